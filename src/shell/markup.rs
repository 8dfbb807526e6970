//! HTML that the shell writes itself: whatever comes from elsewhere is escaped here.

/// A text as HTML shows it, also between quotation marks.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
