//! What the browser may take its time for, and for how long.

use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

/// What some work comes to; none where it takes longer than so many milliseconds. It goes on all the same: what listens to
/// the browser must not be gone by the time that it answers.
pub async fn within<T: 'static>(milliseconds: u32, work: impl Future<Output = T> + 'static) -> Option<T> {
    let (answer, answered) = oneshot::channel();
    spawn_local(async move {
        // Where nobody waits any more, nobody is told.
        let _ = answer.send(work.await);
    });
    match select(answered, TimeoutFuture::new(milliseconds)).await {
        Either::Left((outcome, _)) => outcome.ok(),
        Either::Right(_) => None,
    }
}
