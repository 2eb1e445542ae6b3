//! Dates, sums and numbers in the reader's way, by the browser's Intl.

use js_sys::{Array, Function, Intl, Object, Reflect};
use licensing::{Date, Money};
use std::cell::RefCell;
use std::collections::BTreeMap;
use view::format::Format;
use wasm_bindgen::{JsCast, JsValue};

/// Writes for the reader of this page, in the currency of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The currency, three letters (ISO 4217).
    pub currency: String,
}

/// The browser's formatters are slow to make and quick to use: each is made once.
struct Formatters {
    date: Function,
    number: Function,
    percent: Function,
    /// Says which of two texts comes first.
    compare: Function,
    /// The texts that were put in order last, and their places: a directory seldom changes, and its list is made often.
    placed: (Vec<String>, Vec<u32>),
    /// The last currency and number of digits that were asked for.
    money: Option<(String, u32, Function)>,
}

thread_local! {
    static FORMATTERS: RefCell<Formatters> = RefCell::new(Formatters {
        date: Intl::DateTimeFormat::new(&Array::new(), &options(&[
            ("day", "numeric".into()), ("month", "short".into()), ("year", "numeric".into()), ("timeZone", "UTC".into()),
        ])).format(),
        number: numbers(&[]),
        percent: numbers(&[("style", "percent".into()), ("maximumFractionDigits", 2.into())]),
        compare: Intl::Collator::new(&Array::new(), &Object::new()).compare(),
        placed: (Vec::new(), Vec::new()),
        money: None,
    });
}

impl Format for Locale {
    fn date(&self, date: Date) -> String {
        let iso = date.to_string();
        let day = js_sys::Date::new(&JsValue::from_str(&iso));
        FORMATTERS.with_borrow(|formatters| write(&formatters.date, &day, &iso))
    }

    fn money(&self, money: Money) -> String {
        // A decimal as text: no digit is lost on the way through a float.
        let text = money.to_string();
        FORMATTERS.with_borrow_mut(|formatters| {
            let digits = money.digits();
            let known = formatters
                .money
                .as_ref()
                .is_some_and(|(currency, of, _)| *currency == self.currency && *of == digits);
            if !known {
                let options = [
                    ("style", "currency".into()),
                    ("currency", self.currency.as_str().into()),
                    ("minimumFractionDigits", digits.into()),
                    ("maximumFractionDigits", digits.into()),
                ];
                formatters.money = Some((self.currency.clone(), digits, numbers(&options)));
            }
            let value = JsValue::from_str(&text);
            formatters
                .money
                .as_ref()
                .map(|(.., format)| write(format, &value, &text))
                .unwrap_or(text)
        })
    }

    fn number(&self, number: u32) -> String {
        FORMATTERS.with_borrow(|formatters| write(&formatters.number, &number.into(), &number.to_string()))
    }

    fn places(&self, texts: &[&str]) -> Option<Vec<u32>> {
        FORMATTERS.with_borrow_mut(|formatters| {
            if !formatters.placed.0.iter().map(String::as_str).eq(texts.iter().copied()) {
                let places = in_order(texts, &formatters.compare)?;
                formatters.placed = (texts.iter().map(|text| (*text).to_owned()).collect(), places);
            }
            Some(formatters.placed.1.clone())
        })
    }

    fn percent(&self, hundredths: u32) -> String {
        let (whole, rest) = (hundredths / 10_000, (10_000 + hundredths % 10_000).to_string());
        let share = [whole.to_string().as_str(), ".", rest.get(1..).unwrap_or_default()].concat();
        FORMATTERS.with_borrow(|formatters| write(&formatters.percent, &JsValue::from_str(&share), &share))
    }
}

/// The places of texts in the order of a comparison; equal texts have the same. The browser sorts: asking it for every two
/// texts would take much longer.
fn in_order(texts: &[&str], compare: &Function) -> Option<Vec<u32>> {
    let mut distinct: Vec<&str> = texts.to_vec();
    distinct.dedup();
    let array: Array = distinct.into_iter().map(JsValue::from_str).collect();
    let sort: Function = Reflect::get(&array, &"sort".into()).ok()?.dyn_into().ok()?;
    sort.call1(&array, compare).ok()?;
    let mut places: BTreeMap<String, u32> = BTreeMap::new();
    for (place, text) in (0..).zip(array.iter()) {
        places.insert(text.as_string()?, place);
    }
    texts.iter().map(|text| places.get(*text).copied()).collect()
}

/// The name of a country in the reader's way, such as "Germany" for `DE`; the code where the browser knows none.
pub fn region_name(code: &str) -> String {
    let named = || {
        let kind = options(&[("type", "region".into())]);
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let names = Reflect::get(&intl, &"DisplayNames".into())
            .ok()?
            .dyn_into::<Function>()
            .ok()?;
        let names = Reflect::construct(&names, &Array::of2(&JsValue::UNDEFINED, &kind)).ok()?;
        let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into::<Function>().ok()?;
        of.call1(&names, &code.into()).ok()?.as_string()
    };
    named().unwrap_or_else(|| code.to_owned())
}

/// A formatter of numbers for the reader's locale.
fn numbers(named: &[(&str, JsValue)]) -> Function {
    Intl::NumberFormat::new(&Array::new(), &options(named)).format()
}

fn options(named: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in named {
        // A plain object takes every property.
        let _ = Reflect::set(&options, &JsValue::from_str(name), value);
    }
    options
}

/// What the formatter makes of a value; where it refuses, the plain text.
fn write(format: &Function, value: &JsValue, plain: &str) -> String {
    format
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| plain.to_owned())
}
