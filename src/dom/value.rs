//! Values of attributes, properties, classes and styles: plain, or following what they read.

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::borrow::Cow;

/// A value of this moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Plain {
    /// Absent.
    #[default]
    None,
    /// There or not there.
    Flag(bool),
    /// A text.
    Text(Cow<'static, str>),
}

/// A value, or a way to it that is asked again whenever something it reads changes.
pub enum Value {
    /// It stays.
    Plain(Plain),
    /// It follows.
    Live(Box<dyn Fn() -> Plain + Send>),
}

/// How a value is put on an element.
pub(super) type Put = Box<dyn Fn(&Plain)>;

/// A value that has been put on an element.
pub(super) enum Kept {
    /// As it was.
    Plain(Plain),
    /// The effect that keeps it up to date.
    Live(RenderEffect<Plain>),
}

impl Value {
    /// Puts the value with `put`, leaving it where it is `before` already.
    pub(super) fn keep(self, before: Plain, put: Put) -> Kept {
        match self {
            Self::Plain(value) => {
                if value != before {
                    put(&value);
                }
                Kept::Plain(value)
            }
            Self::Live(read) => Kept::Live(RenderEffect::new_with_value(
                move |before: Option<Plain>| {
                    let value = read();
                    if before.as_ref() != Some(&value) {
                        put(&value);
                    }
                    value
                },
                Some(before),
            )),
        }
    }
}

impl Kept {
    /// The value as it was put last; what kept it up to date stops.
    pub(super) fn stop(self) -> Plain {
        match self {
            Self::Plain(value) => value,
            Self::Live(effect) => effect.take_value().unwrap_or_default(),
        }
    }
}

impl From<&'static str> for Plain {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Plain {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Plain {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u32> for Plain {
    fn from(number: u32) -> Self {
        number.to_string().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Plain {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

/// What can stand as the value of an attribute.
pub trait IntoValue {
    /// As a value.
    fn into_value(self) -> Value;
}

macro_rules! plain_values {
    ($($plain:ty),*) => {$(
        impl IntoValue for $plain {
            fn into_value(self) -> Value {
                Value::Plain(self.into())
            }
        }
    )*};
}

plain_values!(&'static str, String, bool, u32, Option<&'static str>, Option<String>);

impl<F, T> IntoValue for F
where
    F: Fn() -> T + Send + 'static,
    T: Into<Plain>,
{
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self().into()))
    }
}

macro_rules! live_values {
    ($($signal:ty),*) => {$(
        impl IntoValue for $signal {
            fn into_value(self) -> Value {
                Value::Live(Box::new(move || self.get().into()))
            }
        }
    )*};
}

live_values!(
    Signal<String>,
    Signal<bool>,
    Signal<Option<String>>,
    MaybeProp<String>,
    RwSignal<String>,
    RwSignal<bool>
);
