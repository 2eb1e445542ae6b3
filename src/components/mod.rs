//! The kit: components that know nothing of licenses, built on native elements, styled by `style/`.
//!
//! | for | components |
//! |---|---|
//! | the app's outline | [`Frame`], [`PageHeader`], [`DemoFrame`], [`Announcer`], [`Toaster`] |
//! | what may be done | [`Button`], [`LinkButton`], [`CopyButton`], [`Dialog`], [`ConfirmDialog`], [`Popover`], [`Menu`] |
//! | what is asked | [`TextInput`], [`TextArea`], [`Select`], [`NumberStepper`], [`RadioCards`], [`Segmented`], [`Switch`], [`FilePicker`], [`SearchBox`], [`FilterChip`], [`FilterSelect`] |
//! | what is told | [`Card`], [`MessageCard`], [`Pill`], [`Stat`], [`Meter`], [`Progress`], [`TermBar`], [`EmptyState`], [`Skeleton`] |
//! | what is listed | [`Table`], [`Grid`], [`Facts`], [`Fact`], [`Disclosure`], [`Tabs`] |
//!
//! Common manners: texts come from the page. A disabled control keeps the focus and says why. What may change while a
//! component stands is a `Signal` prop that takes a value, a signal or a closure; the rest are plain values. Content is
//! `children`.
//!
//! Leptos updates what a closure returns in place, but it builds what a closure inside of it has drawn again. So controls
//! stand outside of closures, or in the outermost one: then they keep the focus.

mod announcer;
mod button;
mod card;
mod checkbox;
mod copy_button;
mod dialog;
mod disclosure;
mod empty_state;
mod facts;
mod field;
mod file_picker;
mod filter;
mod frame;
mod grid;
mod here;
mod hotkey;
mod icon;
mod ids;
mod menu;
mod message_card;
mod meter;
mod pill;
mod popover;
mod radio;
mod search_box;
mod select;
mod skeleton;
mod stat;
mod stepper;
mod switch;
mod table;
mod tabs;
mod term_bar;
mod text_input;
mod toast;
mod tone;

pub use crate::components::announcer::{Announcer, Speaker};
pub use crate::components::button::{Button, ButtonKind, LinkButton};
pub use crate::components::card::Card;
pub use crate::components::checkbox::Checkbox;
pub use crate::components::copy_button::CopyButton;
pub use crate::components::dialog::{ConfirmDialog, Dialog};
pub use crate::components::disclosure::Disclosure;
pub use crate::components::empty_state::EmptyState;
pub use crate::components::facts::{Fact, Facts};
pub use crate::components::file_picker::{FileFault, FilePicker, PickedFile};
pub use crate::components::filter::{FilterChip, FilterSelect};
pub use crate::components::frame::{
    DemoFrame, Frame, FrameWords, NavEntry, NavGroup, PageHeader, PageHeading, focus_title, keep_focus,
};
pub use crate::components::grid::{Grid, GridColumn, GridRow, GridState, GridWords, MOST_PRINTED, Rows};
pub use crate::components::here::{Here, after};
pub use crate::components::hotkey::on_hotkey;
pub use crate::components::icon::{Icon, IconName};
pub use crate::components::menu::{ActionMenu, Menu, MenuItem, MenuState};
pub use crate::components::message_card::MessageCard;
pub use crate::components::meter::{Meter, Progress};
pub use crate::components::pill::Pill;
pub use crate::components::popover::Popover;
pub use crate::components::radio::{Choice, RadioCard, RadioCards, Segmented};
pub use crate::components::search_box::SearchBox;
pub use crate::components::select::Select;
pub use crate::components::skeleton::{Skeleton, SkeletonKind};
pub use crate::components::stat::Stat;
pub use crate::components::stepper::{NumberFault, NumberStepper, read_number};
pub use crate::components::switch::Switch;
pub use crate::components::table::{Cell, Column, Table, TableRow};
pub use crate::components::tabs::Tabs;
pub use crate::components::term_bar::{TermBar, TermMark};
pub use crate::components::text_input::{TextArea, TextInput};
pub use crate::components::toast::{Toast, Toaster, Toasts};
pub use crate::components::tone::Tone;
