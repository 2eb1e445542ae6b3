//! Words of what can be set: offline, proxy, instances, orders.

use crate::people::Count;
use licensing::value::plan::Deployment;

/// A term.
pub fn term(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// The card of the offline way.
pub const OFFLINE: &str = "Offline validation";
/// What it is.
pub const OFFLINE_TEXT: &str = "For a server without internet: support issues a file for the subscription ID and the instance ID below. Nothing is asked over the network; a renewal or a change of licences needs a new file.";
/// The button that begins.
pub const ENFORCE: &str = "Enforce offline validation mode";
/// Another file.
pub const NEW_FILE: &str = "Load a new file";
/// There is nothing yet.
pub const FILE_FIRST: &str = "Choose or paste the certificate first.";
/// What follows.
pub const ENFORCE_TEXT: &str =
    "Online activation stops, and the licences are those of the file. Until a file is applied, nothing changes.";
/// The field.
pub const PASTE: &str = "Activation certificate";
/// What to paste.
pub const PASTE_HINT: &str = "From -----BEGIN to the end of the END line.";
/// The file.
pub const CHOOSE_FILE: &str = "Choose file";
/// The file, dropped.
pub const OR_DROP: &str = "or drop the .lic file here";
/// Puts it away.
pub const REMOVE_FILE: &str = "Remove";
/// Too large.
pub const FILE_TOO_LARGE: &str =
    "This is no activation certificate: it is larger than 64 KB. Choose the .lic file that support has sent.";
/// Unreadable.
pub const FILE_UNREADABLE: &str = "The file could not be read. Choose it again.";
/// What it would grant.
pub const INSPECTED: &str = "What this certificate grants";
/// It passes every check.
pub const INSPECTED_GOOD: &str = "It has passed every check.";
/// Applies it.
pub const APPLY_FILE: &str = "Apply file";
/// The way back online.
pub const BACK_ONLINE: &str = "Back to online activation";
/// What it does.
pub const BACK_ONLINE_TEXT: &str =
    "Asks the activation service for the subscription ID. The file stays in force until that has worked.";

/// A file is loaded.
pub fn loaded(name: &str) -> String {
    format!("Loaded {name}")
}

/// The card of the proxy (ACT 4).
pub const PROXY: &str = "Proxy settings";
/// What it is.
pub const PROXY_TEXT: &str = "A page cannot speak to a proxy by itself: its requests go to a relay in your network, which forwards them. The administrator’s guide has a ready configuration for nginx.";
/// The switch.
pub const PROXY_ENABLE: &str = "Use a proxy server";
/// Its address.
pub const ADDRESS: &str = "Address";
/// What it looks like.
pub const ADDRESS_HINT: &str = "Such as relay.example.org";
/// Its port.
pub const PORT: &str = "Port";
/// The switch of the user.
pub const AUTHENTICATION: &str = "The proxy asks for a user name and password";
/// The user.
pub const USER: &str = "User name";
/// The password.
pub const PASSWORD: &str = "Password";
/// Where it is kept, in Azure DevOps.
pub const PASSWORD_HOSTED: &str = "Kept in your own settings in Azure DevOps. It is in no journal, order or report.";
/// Where it is kept elsewhere.
pub const PASSWORD_HERE: &str = "Kept until this page is closed. It is in no journal, order or report.";
/// One is kept for this relay.
pub const PASSWORD_KEPT: &str = "One is kept for this address, port and user name. Leave this empty to go on with it.";
/// None is there.
pub const PASSWORD_MISSING: &str = "Enter the password for this address and user name.";

/// The relay is another than the one that the password was entered for (ACT 4).
pub fn password_moved(old: &str, new: &str) -> String {
    format!(
        "Your password was entered for {old}, and it is not sent to {new}. Enter it for the new address only if you know that one. If you did not change it, look into the history, in whose name it was changed, and ask them."
    )
}

/// The same, where it is to be applied.
pub fn password_again(old: &str, new: &str) -> String {
    format!("Your password was entered for {old}. Enter it again to send it to {new}.")
}

/// Keeps them.
pub const APPLY_PROXY: &str = "Apply proxy settings";
/// Tries the way.
pub const TEST: &str = "Test connection";
/// It was off.
pub const PROXY_OFF_ALREADY: &str = "No proxy is used already.";
/// Kept.
pub const PROXY_APPLIED: &str = "Proxy settings applied.";
/// It works.
pub const TEST_OPEN: &str = "The connection works: the activation service answered through the relay.";
/// It works, and there is nothing for this subscription.
pub const TEST_UNKNOWN: &str =
    "The connection works. The activation service has no certificate for this subscription yet.";
/// The preflight is refused.
pub const TEST_PREFLIGHT: &str = "The relay answers, and asks for the password before it answers the browser’s preflight (OPTIONS). Let it answer OPTIONS without authentication, as in the guide.";
/// The page may not read.
pub const TEST_NO_LEAVE: &str = "Something answers there, and does not let the page read it: the header Access-Control-Allow-Origin is missing. Use the configuration of the guide.";

/// The card of the instances (ACT 6).
pub const INSTANCES: &str = "Instances";
/// The plan is for one.
pub const ONE_INSTANCE: &str =
    "The plan is good for one instance, which the certificate names. To move it, send support the ID of the new one.";
/// The plan is for any.
pub const ANY_INSTANCE: &str = "The plan is good for any number of instances of your company. Somebody who uses several of them is one named user: send the vendor the exported list of each.";
/// No plan is known.
pub const NO_PLAN: &str = "Support asks for this ID when it issues a certificate.";
/// The column.
pub const INSTANCE: &str = "Instance ID";
/// The column.
pub const STATE: &str = "State";
/// This one.
pub const THIS_ONE: &str = "This instance";
/// This one, which the certificate does not name, or there is none.
pub const THIS_ONE_NOT: &str = "This instance, not activated";
/// Another one.
pub const OTHER_ONE: &str = "Also named";
/// The button.
pub const COPY_INSTANCE: &str = "Copy instance ID";

/// The card of the orders (ACT 9).
pub const ORDERS: &str = "Orders for the vendor";
/// To the card, from Subscription on Services.
pub const TO_ORDERS: &str = "Send or download";
/// What it is, on a Server.
const ORDERS_OF_SERVER: &str = "The vendor learns what you book from an order file, and issues the certificate from that file. The file names no people.";
/// What it is, on Services.
const ORDERS_OF_SERVICES: &str = "The vendor learns what you book from an order file. The file names no people. Your access does not depend on sending it.";
/// Nothing to send.
pub const ALL_SENT: &str = "The vendor has everything that was booked.";
/// What has gone by itself did not.
pub const NOT_POSTED: &str = "Sending by itself has failed";
/// Sends it.
pub const SEND: &str = "Send now";
/// Takes it along.
pub const DOWNLOAD: &str = "Download order file";
/// Opens the mail.
pub const MAIL: &str = "Write the mail";
/// Was sent.
pub const MARK_SENT: &str = "Mark as sent";
/// Why it is to be pressed.
pub const MARK_HINT: &str = "Download the file, send it to the vendor, then mark it as sent.";
/// It has gone.
pub const SENT: &str = "The order was sent.";
/// It is marked.
pub const MARKED: &str = "Marked as sent.";
/// The columns.
pub const BOOKED: &str = "Booked";
/// The columns.
pub const ON: &str = "On";
/// The columns.
pub const BY: &str = "By";

/// What orders are.
pub fn orders_text(deployment: Deployment) -> &'static str {
    match deployment {
        Deployment::Server => ORDERS_OF_SERVER,
        Deployment::Services => ORDERS_OF_SERVICES,
    }
}

/// How many have not gone.
pub fn unsent(count: &Count) -> String {
    match count.number {
        1 => "1 booking has not been sent to the vendor.".to_owned(),
        _ => format!("{} bookings have not been sent to the vendor.", count.text),
    }
}

/// The file's name.
pub fn order_file(id: &str, position: u32) -> String {
    format!("order-{id}-{position}.json")
}

/// The mail's address, with subject and text.
pub fn order_mail(address: &str, id: &str, deployment: Deployment) -> String {
    let wish = match deployment {
        Deployment::Server => "Please issue the activation certificate. The order file is attached.",
        Deployment::Services => "Please note what was ordered. The order file is attached.",
    };
    let coded = |text: &str| crate::activation::trouble::encoded(text);
    format!(
        "mailto:{address}?subject={}&body={}",
        coded(&format!("Order for subscription {id}")),
        coded(wish)
    )
}
