//! What the browser may take its time for, and for how long.

use js_sys::{Array, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// What some work comes to; none where it takes longer than so many milliseconds. It goes on all the same: what listens to
/// the browser must not be gone by the time that it answers.
pub async fn within<T: 'static>(milliseconds: i32, work: impl Future<Output = T> + 'static) -> Option<T> {
    let outcome = Rc::new(RefCell::new(None));
    let filled = Rc::clone(&outcome);
    let work = future_to_promise(async move {
        let came = work.await;
        filled.replace(Some(came));
        Ok(JsValue::UNDEFINED)
    });
    // Neither of them fails.
    let _ = JsFuture::from(Promise::race(&Array::of2(&work, &timer(milliseconds)))).await;
    outcome.take()
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let _ = JsFuture::from(timer(milliseconds)).await;
}

fn timer(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    })
}
