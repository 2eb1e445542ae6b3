//! Time: what the viewer may do with the product.

use super::blocked::quoted;
use super::scene::Ui;
use crate::components::{Card, Cell, Column, Fact, Facts, Icon, IconName, MessageCard, PageHeader, Row, Table, Tone};
use crate::dom::view;
use leptos::prelude::*;
use view::Role;
use view::requests::Granted;
use view::time::{TimeView, time};
use view::words::{self, frame};

/// The page for somebody with access.
#[component]
pub fn TimePage(
    /// Their role.
    role: Role,
) -> impl IntoView {
    let ui = Ui::get();
    view! {
        <PageHeader title=words::TIME />
        <div class="page-content">{ui.show(move |scene| content(time(scene, role)))}</div>
    }
}

fn content(model: TimeView) -> AnyView {
    let TimeView {
        role,
        permits,
        plan,
        remark,
        administrators,
        granted,
    } = model;
    let columns = vec![Column::words(frame::PERMISSION), Column::words(frame::ALLOWED)];
    let rows: Vec<Row> = permits
        .into_iter()
        .map(|(permission, allowed)| Row::new(vec![Cell::text(permission), tick(allowed)]))
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
    .into_any()
}

/// That their request was granted, with the administrator's word.
fn told(granted: Granted) -> AnyView {
    let title = words::requests::granted_on(&granted.on.text);
    let word = granted.word.map(quoted);
    view! { <MessageCard tone=Tone::Success title=title quiet=true>{word}</MessageCard> }.into_any()
}

fn quiet(remark: String) -> AnyView {
    view! { <span class="quiet">" · "{remark}</span> }.into_any()
}

fn tick(allowed: bool) -> Cell {
    let (icon, word) = if allowed {
        (IconName::Check, frame::YES)
    } else {
        (IconName::Close, frame::NO)
    };
    Cell::View(view! { <span class="tick"><Icon name=icon />" "{word}</span> }.into_any())
}
