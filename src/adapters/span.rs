//! Measures work in the browser's own timeline (User Timing), for developer tools and for benchmarks.

/// Named work that lasts as long as this value. A name that begins with "demonstration" is work that only the
/// demonstration does.
pub struct Span(&'static str);

impl Span {
    /// Starts the span. If the browser has no timeline, nothing is measured.
    pub fn new(name: &'static str) -> Self {
        if let Some(timeline) = timeline() {
            drop(timeline.mark(name));
        }
        Self(name)
    }
}

impl Drop for Span {
    fn drop(&mut self) {
        if let Some(timeline) = timeline() {
            drop(timeline.measure_with_start_mark(self.0, self.0));
        }
    }
}

fn timeline() -> Option<web_sys::Performance> {
    web_sys::window()?.performance()
}
