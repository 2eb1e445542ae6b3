//! Texts of the activation settings: offline, proxy, instances, orders.

use crate::people::Count;
use licensing::value::plan::Deployment;

/// A term from its first to its last day.
pub fn term(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// The title of the card for offline activation.
pub const OFFLINE: &str = "Offline validation";
/// Its explanation.
pub const OFFLINE_TEXT: &str = "For servers without internet access. Give support the subscription ID and the instance ID below to get an activation file. You need a new file for each renewal or license change.";
/// The button that starts it.
pub const ENFORCE: &str = "Enforce offline validation mode";
/// The button for a new file.
pub const NEW_FILE: &str = "Apply a new file";
/// The error if there is no certificate yet.
pub const FILE_FIRST: &str = "Choose a file or paste the certificate first.";
/// The consequences.
pub const ENFORCE_TEXT: &str =
    "Online activation stops, and your licenses come from the file. Nothing changes until you apply a file.";
/// The label of the field.
pub const PASTE: &str = "Activation certificate";
/// The hint for the field.
pub const PASTE_HINT: &str = "Include everything from -----BEGIN to the end of the END line.";
/// The button that selects a file.
pub const CHOOSE_FILE: &str = "Choose file";
/// The hint for dropping a file.
pub const OR_DROP: &str = "or drop the .lic file here";
/// The button that removes the file.
pub const REMOVE_FILE: &str = "Remove";
/// The error for a file that is too large.
pub const FILE_TOO_LARGE: &str = "This file is too large to be an activation certificate (more than 64 KB). Choose the .lic file that support sent you.";
/// The error for an unreadable file.
pub const FILE_UNREADABLE: &str = "The file couldn't be read. Choose it again.";
/// The heading of the certificate's content.
pub const INSPECTED: &str = "What this certificate includes";
/// The certificate passes every check.
pub const INSPECTED_GOOD: &str = "Passed every check.";
/// The button that applies the file.
pub const APPLY_FILE: &str = "Apply file";
/// The button that returns to online activation.
pub const BACK_ONLINE: &str = "Return to online activation";
/// Its explanation.
pub const BACK_ONLINE_TEXT: &str =
    "Contacts the activation service with your subscription ID. The file stays active until that succeeds.";

/// A file was uploaded.
pub fn loaded(name: &str) -> String {
    format!("Uploaded {name}")
}

/// The title of the card for the proxy (ACT 4).
pub const PROXY: &str = "Proxy settings";
/// Its explanation.
pub const PROXY_TEXT: &str = "A web page can't use a proxy directly, so requests go to a relay in your network that forwards them. The administrator guide includes a ready-to-use nginx configuration.";
/// The switch for the proxy.
pub const PROXY_ENABLE: &str = "Use a proxy server";
/// The label of the address.
pub const ADDRESS: &str = "Address";
/// The hint for the address.
pub const ADDRESS_HINT: &str = "Such as relay.example.org";
/// The label of the port.
pub const PORT: &str = "Port";
/// The switch for authentication.
pub const AUTHENTICATION: &str = "The proxy requires a username and password";
/// The label of the username.
pub const USER: &str = "Username";
/// The label of the password.
pub const PASSWORD: &str = "Password";
/// Where the password is stored in Azure DevOps.
pub const PASSWORD_HOSTED: &str =
    "Saved in your own Azure DevOps settings. It isn't included in the history, orders, or reports.";
/// Where the password is stored outside Azure DevOps.
pub const PASSWORD_HERE: &str = "Kept until you close this page. It isn't included in the history, orders, or reports.";
/// A password is stored for this relay.
pub const PASSWORD_KEPT: &str =
    "A password is saved for this address, port, and username. Leave this empty to keep using it.";
/// The error for a missing password.
pub const PASSWORD_MISSING: &str = "Enter the password for this address and username.";

/// The password was entered for a different relay than the current one (ACT 4).
pub fn password_moved(old: &str, new: &str) -> String {
    format!(
        "Your password was entered for {old}, so it isn't sent to {new}. Enter it only if you recognize the new address. If you didn't change the address, check the history to see who did, and ask them."
    )
}

/// The same, while settings are applied.
pub fn password_again(old: &str, new: &str) -> String {
    format!("Your password was entered for {old}. Enter it again to send it to {new}.")
}

/// The button that applies the settings.
pub const APPLY_PROXY: &str = "Apply proxy settings";
/// The button that tests the connection.
pub const TEST: &str = "Test connection";
/// There is nothing to turn off.
pub const PROXY_OFF_ALREADY: &str = "The proxy is already turned off.";
/// The settings were applied.
pub const PROXY_APPLIED: &str = "Proxy settings applied.";
/// The connection test succeeded.
pub const TEST_OPEN: &str = "Connection successful. The activation service responded through the relay.";
/// The connection test succeeded, but there is no certificate for this subscription.
pub const TEST_UNKNOWN: &str =
    "Connection successful. The activation service doesn't have a certificate for this subscription yet.";
/// The connection test failed because the preflight request was refused.
pub const TEST_PREFLIGHT: &str = "The relay requires the password before it answers the browser’s preflight request (OPTIONS). Configure it to answer OPTIONS without authentication, as described in the administrator guide.";
/// The connection test failed because the page may not read the response.
pub const TEST_NO_LEAVE: &str = "Something responds at that address, but this page can't read the response because the Access-Control-Allow-Origin header is missing. Use the configuration in the administrator guide.";

/// The title of the card for instances (ACT 6).
pub const INSTANCES: &str = "Instances";
/// The plan covers one instance.
pub const ONE_INSTANCE: &str = "Your plan covers one instance, which is named in the certificate. To move to another instance, send its ID to support.";
/// The plan covers any number of instances.
pub const ANY_INSTANCE: &str = "Your plan covers any number of instances in your company. A person who uses several instances counts as one named user. Send the vendor each instance's exported list.";
/// The plan is not known.
pub const NO_PLAN: &str = "Support needs this ID to issue a certificate.";
/// A column heading.
pub const INSTANCE: &str = "Instance ID";
/// A column heading.
pub const STATE: &str = "State";
/// The label of this instance.
pub const THIS_ONE: &str = "This instance";
/// The label of this instance if no certificate names it.
pub const THIS_ONE_NOT: &str = "This instance, not activated";
/// The label of another instance.
pub const OTHER_ONE: &str = "Another instance";
/// The button that copies the ID.
pub const COPY_INSTANCE: &str = "Copy instance ID";

/// The title of the card for orders (ACT 9).
pub const ORDERS: &str = "Orders for the vendor";
/// The link to the card, from Subscription on Services.
pub const TO_ORDERS: &str = "Send or download";
/// The explanation of the card on a Server.
const ORDERS_OF_SERVER: &str =
    "The vendor uses your order file to issue the certificate. The file doesn't contain any names.";
/// The explanation of the card on Services.
const ORDERS_OF_SERVICES: &str = "The order file tells the vendor what you ordered. It doesn't contain any names, and your access doesn't depend on sending it.";
/// All orders were sent.
pub const ALL_SENT: &str = "All orders have been sent to the vendor.";
/// Automatic sending failed.
pub const NOT_POSTED: &str = "Automatic sending failed";
/// The button that sends orders.
pub const SEND: &str = "Send now";
/// The button that downloads the order file.
pub const DOWNLOAD: &str = "Download order file";
/// The button that opens an email.
pub const MAIL: &str = "Write email";
/// The button that marks orders as sent.
pub const MARK_SENT: &str = "Mark as sent";
/// The hint for that button.
pub const MARK_HINT: &str = "Download the file, send it to the vendor, then mark it as sent.";
/// An order was sent.
pub const SENT: &str = "Order sent.";
/// An order was marked as sent.
pub const MARKED: &str = "Marked as sent.";
/// A column heading.
pub const BOOKED: &str = "Order";
/// A column heading.
pub const ON: &str = "Date";
/// A column heading.
pub const BY: &str = "Ordered by";

/// The explanation of the card.
pub fn orders_text(deployment: Deployment) -> &'static str {
    match deployment {
        Deployment::Server => ORDERS_OF_SERVER,
        Deployment::Services => ORDERS_OF_SERVICES,
    }
}

/// The number of orders that were not sent.
pub fn unsent(count: &Count) -> String {
    match count.number {
        1 => "1 order hasn't been sent to the vendor.".to_owned(),
        _ => format!("{} orders haven't been sent to the vendor.", count.text),
    }
}

/// The name of the order file.
pub fn order_file(id: &str, position: u32) -> String {
    format!("order-{id}-{position}.json")
}

/// The mailto URL of an email with subject and text.
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
