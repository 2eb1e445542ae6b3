//! Several questions under way at once, but not too many.

use futures::future::{MaybeDone, maybe_done};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// So many questions are under way at once: enough to hide how far the service is, too few to be throttled for.
pub const AT_ONCE: usize = 8;

/// The answers to all questions, in their order. A slow one keeps only its own place: others begin as soon as any is
/// answered, which `buffered` of the crate `futures` does not do.
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
