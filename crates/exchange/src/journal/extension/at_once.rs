//! Runs a limited number of requests at once.

use futures::future::{MaybeDone, maybe_done};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// The number of concurrent requests: enough to hide the latency of the service, too few to be throttled.
pub const AT_ONCE: usize = 8;

/// The results of all requests, in their order. A slow request blocks only its own slot: the next one starts as soon as
/// any other has finished. `buffered` of the crate `futures` waits for the oldest one instead.
pub async fn at_once<F: Future>(questions: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let questions = questions.into_iter().map(|question| Box::pin(maybe_done(question)));
    let mut questions: Vec<Pin<Box<MaybeDone<F>>>> = questions.collect();
    poll_fn(|context| {
        let waiting = questions.iter_mut().map(|question| question.as_mut().poll(context));
        match waiting.filter(Poll::is_pending).take(AT_ONCE).count() {
            0 => Poll::Ready(()),
            _ => Poll::Pending,
        }
    })
    .await;
    let answers = questions
        .iter_mut()
        .filter_map(|question| question.as_mut().take_output());
    answers.collect()
}
