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
pub const OFFLINE_TEXT: &str = "For servers without internet access. Give support the subscription ID and the instance ID below to get an activation file. You need a new file for each renewal or license change.";
/// The button that begins.
pub const ENFORCE: &str = "Enforce offline validation mode";
/// Another file.
pub const NEW_FILE: &str = "Apply a new file";
/// There is nothing yet.
pub const FILE_FIRST: &str = "Choose a file or paste the certificate first.";
/// What follows.
pub const ENFORCE_TEXT: &str =
    "Online activation stops, and your licenses come from the file. Nothing changes until you apply a file.";
/// The field.
pub const PASTE: &str = "Activation certificate";
/// What to paste.
pub const PASTE_HINT: &str = "Include everything from -----BEGIN to the end of the END line.";
/// The file.
pub const CHOOSE_FILE: &str = "Choose file";
/// The file, dropped.
pub const OR_DROP: &str = "or drop the .lic file here";
/// Puts it away.
pub const REMOVE_FILE: &str = "Remove";
/// Too large.
pub const FILE_TOO_LARGE: &str = "This file is too large to be an activation certificate (more than 64 KB). Choose the .lic file that support sent you.";
/// Unreadable.
pub const FILE_UNREADABLE: &str = "The file couldn't be read. Choose it again.";
/// What it would grant.
pub const INSPECTED: &str = "What this certificate includes";
/// It passes every check.
pub const INSPECTED_GOOD: &str = "Passed every check.";
/// Applies it.
pub const APPLY_FILE: &str = "Apply file";
/// The way back online.
pub const BACK_ONLINE: &str = "Return to online activation";
/// What it does.
pub const BACK_ONLINE_TEXT: &str =
    "Contacts the activation service with your subscription ID. The file stays active until that succeeds.";

/// A file is loaded.
pub fn loaded(name: &str) -> String {
    format!("Uploaded {name}")
}

/// The card of the proxy (ACT 4).
pub const PROXY: &str = "Proxy settings";
/// What it is.
pub const PROXY_TEXT: &str = "A web page can't use a proxy directly, so requests go to a relay in your network that forwards them. The administrator guide includes a ready-to-use nginx configuration.";
/// The switch.
pub const PROXY_ENABLE: &str = "Use a proxy server";
/// Its address.
pub const ADDRESS: &str = "Address";
/// What it looks like.
pub const ADDRESS_HINT: &str = "Such as relay.example.org";
/// Its port.
pub const PORT: &str = "Port";
/// The switch of the user.
pub const AUTHENTICATION: &str = "The proxy requires a username and password";
/// The user.
pub const USER: &str = "Username";
/// The password.
pub const PASSWORD: &str = "Password";
/// Where it is kept, in Azure DevOps.
pub const PASSWORD_HOSTED: &str =
    "Saved in your own Azure DevOps settings. It isn't included in the history, orders, or reports.";
/// Where it is kept elsewhere.
pub const PASSWORD_HERE: &str = "Kept until you close this page. It isn't included in the history, orders, or reports.";
/// One is kept for this relay.
pub const PASSWORD_KEPT: &str =
    "A password is saved for this address, port, and username. Leave this empty to keep using it.";
/// None is there.
pub const PASSWORD_MISSING: &str = "Enter the password for this address and username.";

/// The relay is another than the one that the password was entered for (ACT 4).
pub fn password_moved(old: &str, new: &str) -> String {
    format!(
        "Your password was entered for {old}, so it isn't sent to {new}. Enter it only if you recognize the new address. If you didn't change the address, check the history to see who did, and ask them."
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
pub const PROXY_OFF_ALREADY: &str = "The proxy is already turned off.";
/// Kept.
pub const PROXY_APPLIED: &str = "Proxy settings applied.";
/// It works.
pub const TEST_OPEN: &str = "Connection successful. The activation service responded through the relay.";
/// It works, and there is nothing for this subscription.
pub const TEST_UNKNOWN: &str =
    "Connection successful. The activation service doesn't have a certificate for this subscription yet.";
/// The preflight is refused.
pub const TEST_PREFLIGHT: &str = "The relay requires the password before it answers the browser’s preflight request (OPTIONS). Configure it to answer OPTIONS without authentication, as described in the administrator guide.";
/// The page may not read.
pub const TEST_NO_LEAVE: &str = "Something responds at that address, but this page can't read the response because the Access-Control-Allow-Origin header is missing. Use the configuration in the administrator guide.";

/// The card of the instances (ACT 6).
pub const INSTANCES: &str = "Instances";
/// The plan is for one.
pub const ONE_INSTANCE: &str = "Your plan covers one instance, which is named in the certificate. To move to another instance, send its ID to support.";
/// The plan is for any.
pub const ANY_INSTANCE: &str = "Your plan covers any number of instances in your company. A person who uses several instances counts as one named user. Send the vendor each instance's exported list.";
/// No plan is known.
pub const NO_PLAN: &str = "Support needs this ID to issue a certificate.";
/// The column.
pub const INSTANCE: &str = "Instance ID";
/// The column.
pub const STATE: &str = "State";
/// This one.
pub const THIS_ONE: &str = "This instance";
/// This one, which the certificate does not name, or there is none.
pub const THIS_ONE_NOT: &str = "This instance, not activated";
/// Another one.
pub const OTHER_ONE: &str = "Another instance";
/// The button.
pub const COPY_INSTANCE: &str = "Copy instance ID";

/// The card of the orders (ACT 9).
pub const ORDERS: &str = "Orders for the vendor";
/// To the card, from Subscription on Services.
pub const TO_ORDERS: &str = "Send or download";
/// What it is, on a Server.
const ORDERS_OF_SERVER: &str =
    "The vendor uses your order file to issue the certificate. The file doesn't contain any names.";
/// What it is, on Services.
const ORDERS_OF_SERVICES: &str = "The order file tells the vendor what you ordered. It doesn't contain any names, and your access doesn't depend on sending it.";
/// Nothing to send.
pub const ALL_SENT: &str = "All orders have been sent to the vendor.";
/// What has gone by itself did not.
pub const NOT_POSTED: &str = "Automatic sending failed";
/// Sends it.
pub const SEND: &str = "Send now";
/// Takes it along.
pub const DOWNLOAD: &str = "Download order file";
/// Opens the mail.
pub const MAIL: &str = "Write email";
/// Was sent.
pub const MARK_SENT: &str = "Mark as sent";
/// Why it is to be pressed.
pub const MARK_HINT: &str = "Download the file, send it to the vendor, then mark it as sent.";
/// It has gone.
pub const SENT: &str = "Order sent.";
/// It is marked.
pub const MARKED: &str = "Marked as sent.";
/// The columns.
pub const BOOKED: &str = "Order";
/// The columns.
pub const ON: &str = "Date";
/// The columns.
pub const BY: &str = "Ordered by";

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
        1 => "1 order hasn't been sent to the vendor.".to_owned(),
        _ => format!("{} orders haven't been sent to the vendor.", count.text),
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
