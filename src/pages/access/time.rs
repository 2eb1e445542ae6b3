//! The Time page: what the viewer is allowed to do in the product.

use crate::app::context::AppContext;
use crate::components::{
    Card, Cell, Column, Fact, Facts, Icon, IconName, MessageCard, PageHeader, Table, TableRow, Tone,
};
use crate::pages::access::no_access::Quote;
use leptos::prelude::*;
use view::Role;
use view::requests::Granted;
use view::time::{TimeView, time};
use view::words::{self, frame};

/// The page for people with access.
#[component]
pub fn TimePage(
    /// The role of the viewer.
    role: Role,
) -> impl IntoView {
    let model = AppContext::get().memo(move |scene| time(scene, role));
    view! {
        <PageHeader title=words::TIME />
        <div class="page-content">{move || model.get().map(|model| view! { <Content model=model /> })}</div>
    }
}

/// The permissions of the viewer.
#[component]
fn Content(
    /// The content.
    model: TimeView,
) -> impl IntoView {
    let TimeView {
        role,
        permits,
        plan,
        remark,
        administrators,
        granted,
    } = model;
    let columns = vec![Column::words(frame::PERMISSION), Column::words(frame::ALLOWED)];
    let rows: Vec<TableRow> = permits
        .into_iter()
        .map(|(permission, allowed)| TableRow::new(vec![Cell::text(permission), tick(allowed)]))
        .collect();
    view! {
        {granted.map(told)}
        <Card title=frame::YOUR_ACCESS>
            <Facts>
                <Fact term=frame::ROLE>{role}</Fact>
                <Fact term=frame::PLAN>{plan} {remark.map(quiet)}</Fact>
                <Fact term=frame::ADMINISTERED_BY>{administrators.join(", ")}</Fact>
            </Facts>
        </Card>
        <Card title=frame::PERMITS flush=true>
            <Table caption=frame::PERMITS caption_unseen=true columns=columns rows=rows />
        </Card>
    }
}

/// The notice that the access request was granted, with the administrator's comment.
fn told(granted: Granted) -> impl IntoView {
    let title = words::requests::granted_on(&granted.on.text);
    let word = granted.word.map(|text| view! { <Quote text=text /> });
    view! { <MessageCard tone=Tone::Success title=title quiet=true>{word}</MessageCard> }
}

fn quiet(remark: String) -> impl IntoView {
    view! { <span class="quiet">" · "{remark}</span> }
}

fn tick(allowed: bool) -> Cell {
    let (icon, word) = if allowed {
        (IconName::Check, frame::YES)
    } else {
        (IconName::Close, frame::NO)
    };
    Cell::View(view! { <span class="tick"><Icon name=icon />" "{word}</span> }.into_any())
}
