//! The kit: components that know nothing of licenses, built on native elements, styled by `style/`.
//!
//! | for | components |
//! |---|---|
//! | the app's outline | [`Frame`], [`PageHeader`], [`DemoBar`], [`Announcer`], [`Toaster`] |
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

pub use announcer::{Announcer, Speaker};
pub use button::{Button, ButtonKind, LinkButton};
pub use card::Card;
pub use checkbox::Checkbox;
pub use copy_button::CopyButton;
pub use dialog::{ConfirmDialog, Dialog};
pub use disclosure::Disclosure;
pub use empty_state::EmptyState;
pub use facts::{Fact, Facts};
pub use file_picker::{FileFault, FilePicker, PickedFile};
pub use filter::{FilterChip, FilterSelect};
pub use frame::{DemoBar, Frame, FrameWords, NavEntry, NavGroup, PageHeader, PageHeading, focus_title, keep_focus};
pub use grid::{Grid, GridColumn, GridRow, GridState, GridWords, MOST_PRINTED, Rows};
pub use here::{Here, after};
pub use hotkey::on_hotkey;
pub use icon::{Icon, IconName};
pub use menu::{Menu, MenuItem, MenuState};
pub use message_card::MessageCard;
pub use meter::{Meter, Progress};
pub use pill::Pill;
pub use popover::Popover;
pub use radio::{Choice, RadioCard, RadioCards, Segmented};
pub use search_box::SearchBox;
pub use select::Select;
pub use skeleton::{Skeleton, SkeletonKind};
pub use stat::Stat;
pub use stepper::{NumberFault, NumberStepper, read_number};
pub use switch::Switch;
pub use table::{Cell, Column, Table, TableRow};
pub use tabs::Tabs;
pub use term_bar::{TermBar, TermMark};
pub use text_input::{TextArea, TextInput};
pub use toast::{Toast, Toaster, Toasts};
pub use tone::Tone;
