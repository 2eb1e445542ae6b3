//! Several questions under way at once, but not too many.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// So many questions are under way at once: enough to hide how far the service is, too few to be throttled for.
pub const AT_ONCE: usize = 8;

enum Slot<F: Future> {
    Waits(Pin<Box<F>>),
    Done(F::Output),
}

/// The answers to all questions, in their order.
pub async fn at_once<F: Future>(questions: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let waits = |question| Slot::Waits(Box::pin(question));
    let mut slots: Vec<Slot<F>> = questions.into_iter().map(waits).collect();
    let mut done_before = 0;
    poll_fn(|context| {
        let mut under_way = 0;
        let mut leading = true;
        for slot in slots.iter_mut().skip(done_before) {
            if under_way == AT_ONCE {
                break;
            }
            if let Slot::Waits(question) = slot {
                match question.as_mut().poll(context) {
                    Poll::Ready(answer) => *slot = Slot::Done(answer),
                    Poll::Pending => {
                        under_way += 1;
                        leading = false;
                    }
                }
            }
            done_before += usize::from(leading);
        }
        if under_way == 0 { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    let answer = |slot| match slot {
        Slot::Done(answer) => Some(answer),
        Slot::Waits(_) => None,
    };
    slots.into_iter().filter_map(answer).collect()
}
