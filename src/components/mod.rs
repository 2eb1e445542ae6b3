//! General components that know nothing about licenses. They are built on native elements and styled by `style/`.
//!
//! | purpose | components |
//! |---|---|
//! | outline of the app | [`Frame`], [`PageHeader`], [`DemoFrame`], [`Announcer`], [`Toaster`] |
//! | actions | [`Button`], [`LinkButton`], [`CopyButton`], [`Dialog`], [`ConfirmDialog`], [`Popover`], [`Menu`] |
//! | input | [`TextInput`], [`TextArea`], [`Select`], [`NumberStepper`], [`RadioCards`], [`Segmented`], [`Switch`], [`FilePicker`], [`SearchBox`], [`FilterChip`], [`FilterSelect`] |
//! | information | [`Card`], [`MessageCard`], [`Pill`], [`Stat`], [`Meter`], [`Progress`], [`TermBar`], [`EmptyState`], [`Skeleton`] |
//! | lists | [`Table`], [`Grid`], [`Facts`], [`Fact`], [`Disclosure`], [`Tabs`] |
//!
//! Conventions: the page supplies the texts. A disabled control keeps the focus and says why it is disabled. A prop
//! that may change during the life of a component is a `Signal`, which accepts a value, a signal, or a closure. The
//! other props are plain values. The content is passed as `children`.
//!
//! Leptos updates the result of a closure in place, but rebuilds what a nested closure has drawn. So controls are
//! placed outside of closures, or in the outermost one. There they keep the focus.

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
