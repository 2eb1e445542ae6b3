//! Time limits for work of the browser.

use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

/// The result of some work. `None` if it takes longer than the limit in milliseconds. The work still continues, because
/// its listeners must exist when the browser answers.
pub async fn within<T: 'static>(milliseconds: u32, work: impl Future<Output = T> + 'static) -> Option<T> {
    let (answer, answered) = oneshot::channel();
    spawn_local(async move {
        // After the limit, no one is waiting for the result.
        let _ = answer.send(work.await);
    });
    match select(answered, TimeoutFuture::new(milliseconds)).await {
        Either::Left((outcome, _)) => outcome.ok(),
        Either::Right(_) => None,
    }
}
