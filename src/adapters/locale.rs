//! Formats dates, amounts, and numbers for the viewer's locale with the browser's Intl.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use licensing::{Date, Money};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use view::format::Format;
use wasm_bindgen::{JsCast, JsValue};

/// Lists shorter than this are sorted each time, so that they do not replace the cached long list.
const QUICKLY_ORDERED: usize = 1_000;

/// The maximum number of cached dates.
const MOST_DAYS: usize = 1_000;

/// Formats values for the viewer's locale, in the currency of the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The currency code (ISO 4217).
    pub currency: String,
}

// Creating a formatter is slow, and using it is fast. So each is created once, on first use.
thread_local! {
    static DATE: Function = Intl::DateTimeFormat::new(&Array::new(), &options(&[
        ("day", "numeric".into()), ("month", "short".into()), ("year", "numeric".into()), ("timeZone", "UTC".into()),
    ])).format();
    static NUMBER: Function = numbers(&[]);
    static PERCENT: Function = numbers(&[("style", "percent".into()), ("maximumFractionDigits", 2.into())]);
    /// Compares two texts.
    static COMPARE: Function = Intl::Collator::new(&Array::new(), &Object::new()).compare();
    /// The formatter for the last currency and number of digits.
    static MONEY: RefCell<Option<(String, u32, Function)>> = const { RefCell::new(None) };
    /// Cached dates, because the rows of a list repeat the same ones.
    static DAYS: RefCell<BTreeMap<Date, String>> = const { RefCell::new(BTreeMap::new()) };
    /// The last sorted long list, with its positions. A directory rarely changes, but its list is often built.
    static PLACED: RefCell<(Vec<String>, Vec<u32>)> = const { RefCell::new((Vec::new(), Vec::new())) };
}

impl Format for Locale {
    fn date(&self, date: Date) -> String {
        DAYS.with_borrow_mut(|days| {
            if days.len() >= MOST_DAYS {
                days.clear();
            }
            days.entry(date).or_insert_with(|| written(date)).clone()
        })
    }

    fn money(&self, money: Money) -> String {
        // A decimal as text, so that no digit is lost in a float.
        let text = money.to_string();
        MONEY.with_borrow_mut(|made| {
            let digits = money.digits();
            let known = made
                .as_ref()
                .is_some_and(|(currency, of, _)| *currency == self.currency && *of == digits);
            if !known {
                let options = [
                    ("style", "currency".into()),
                    ("currency", self.currency.as_str().into()),
                    ("minimumFractionDigits", digits.into()),
                    ("maximumFractionDigits", digits.into()),
                ];
                *made = Some((self.currency.clone(), digits, numbers(&options)));
            }
            let value = JsValue::from_str(&text);
            made.as_ref()
                .map(|(.., format)| write(format, &value, &text))
                .unwrap_or(text)
        })
    }

    fn number(&self, number: u32) -> String {
        NUMBER.with(|format| write(format, &number.into(), &number.to_string()))
    }

    fn places(&self, texts: &[&str]) -> Option<Vec<u32>> {
        if texts.len() < QUICKLY_ORDERED {
            return COMPARE.with(|compare| in_order(texts, compare));
        }
        PLACED.with_borrow_mut(|placed| {
            if !placed.0.iter().map(String::as_str).eq(texts.iter().copied()) {
                let places = COMPARE.with(|compare| in_order(texts, compare))?;
                *placed = (texts.iter().map(|text| (*text).to_owned()).collect(), places);
            }
            Some(placed.1.clone())
        })
    }

    fn percent(&self, hundredths: u32) -> String {
        let (whole, rest) = (hundredths / 10_000, (10_000 + hundredths % 10_000).to_string());
        let share = [whole.to_string().as_str(), ".", rest.get(1..).unwrap_or_default()].concat();
        PERCENT.with(|format| write(format, &JsValue::from_str(&share), &share))
    }
}

/// Separates texts that are passed to the browser as one, because each call has a cost. A text that contains it is not
/// found afterwards, and the list keeps its original order.
const BETWEEN: &str = "\0";

/// The positions of texts in sorted order. Equal texts have the same position. The browser sorts the whole list,
/// because calling it for each comparison would take much longer.
fn in_order(texts: &[&str], compare: &Function) -> Option<Vec<u32>> {
    let mut distinct: Vec<&str> = texts.to_vec();
    distinct.dedup();
    let array = JsString::from(distinct.join(BETWEEN)).split(BETWEEN);
    let sort: Function = Reflect::get(&array, &"sort".into()).ok()?.dyn_into().ok()?;
    sort.call1(&array, compare).ok()?;
    let sorted = String::from(array.join(BETWEEN));
    let places: HashMap<&str, u32> = sorted.split(BETWEEN).zip(0..).collect();
    texts.iter().map(|text| places.get(text).copied()).collect()
}

/// The name of a country in the viewer's locale, such as "Germany" for `DE`. The code, if the browser has no name for
/// it.
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

/// A date in the viewer's locale.
fn written(date: Date) -> String {
    let iso = date.to_string();
    let day = js_sys::Date::new(&JsValue::from_str(&iso));
    DATE.with(|format| write(format, &day, &iso))
}

/// A number formatter for the viewer's locale.
fn numbers(named: &[(&str, JsValue)]) -> Function {
    Intl::NumberFormat::new(&Array::new(), &options(named)).format()
}

fn options(named: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in named {
        // A plain object accepts any property.
        let _ = Reflect::set(&options, &JsValue::from_str(name), value);
    }
    options
}

/// Formats a value. If the formatter fails, returns the plain text.
fn write(format: &Function, value: &JsValue, plain: &str) -> String {
    format
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| plain.to_owned())
}
