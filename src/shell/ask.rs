//! Questions on a terminal, line by line. Plain lines and numbered choices, no cursor
//! movements: a screen reader reads them in order, and every terminal can show them.

use std::io::{self, BufRead, IsTerminal as _, Write};

use crate::shell::error::Error;
use crate::shell::words::{Value, Words};

/// Asks on the terminal.
pub struct Asker<'a> {
    words: &'static Words,
    input: Box<dyn BufRead + 'a>,
    output: Box<dyn Write + 'a>,
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is written in the file.
    pub value: String,
    /// What the reader sees.
    pub label: String,
}

impl Asker<'static> {
    /// Somebody who can answer; `None` with `--yes`, or where no terminal is.
    pub fn on_terminal(words: &'static Words, yes: bool) -> Option<Self> {
        let there = io::stdin().is_terminal() && io::stderr().is_terminal();
        (there && !yes).then(|| Self::new(words, io::stdin().lock(), io::stderr().lock()))
    }
}

impl<'a> Asker<'a> {
    /// Asks on any two streams.
    pub fn new(words: &'static Words, input: impl BufRead + 'a, output: impl Write + 'a) -> Self {
        Self { words, input: Box::new(input), output: Box::new(output) }
    }

    /// Asks until the answer can be read. An empty answer is the default, if there is one.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if the input ends.
    pub fn text<T>(
        &mut self,
        question: &str,
        default: Option<&str>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Error> {
        let shown = default.filter(|it| !it.is_empty()).map_or(String::new(), |it| format!(" [{it}]"));
        loop {
            self.say(&format!("{question}{shown}: "));
            let answer = self.line()?;
            let answer = if answer.is_empty() { default.unwrap_or_default() } else { &answer };
            match read(answer) {
                Ok(value) => return Ok(value),
                Err(why) => self.say(&format!("  {why}\n")),
            }
        }
    }

    /// Offers numbered choices; the number, the value or the label are answers. Anything else is
    /// given to `other`.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if the input ends.
    pub fn choice(
        &mut self,
        question: &str,
        choices: &[Choice],
        other: impl Fn(&str) -> Result<String, String>,
    ) -> Result<String, Error> {
        self.say(&format!("{question}\n"));
        for (index, choice) in choices.iter().enumerate() {
            self.say(&format!("  {}. {}\n", index + 1, choice.label));
        }
        let named = |answer: &str| {
            let by_number =
                answer.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
            let same = |text: &str| text.to_lowercase() == answer.to_lowercase();
            let by_name = || choices.iter().find(|it| same(&it.value) || same(&it.label));
            by_number.or_else(by_name).map(|it| it.value.clone())
        };
        let prompt = self.words.text("ask-choice");
        let not_listed = self.words.say("ask-not-listed", &[("n", choices.len().into())]);
        // A number that is not in the list was meant as one that is.
        let other = |answer: &str| match answer.parse::<usize>() {
            Ok(_) => Err(not_listed.clone()),
            Err(_) => other(answer),
        };
        self.text(&prompt, None, |answer| named(answer).map_or_else(|| other(answer), Ok))
    }

    /// Yes or no. An empty answer is neither: after many questions nobody should lose the answers to
    /// one key too many.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if the input ends.
    pub fn confirm(&mut self, question: &str) -> Result<bool, Error> {
        let hint = self.words.text("ask-yes-no");
        let again = self.words.text("ask-again");
        self.text(&format!("{question} {hint}"), None, |answer| match answer.to_lowercase().as_str() {
            "j" | "ja" | "y" | "yes" => Ok(true),
            "n" | "nej" | "no" => Ok(false),
            _ => Err(again.clone()),
        })
    }

    /// A sentence of its own.
    pub fn tell(&mut self, id: &str, arguments: &[(&str, Value)]) {
        let text = self.words.say(id, arguments);
        self.say(&format!("{text}\n"));
    }

    /// Text as it is.
    pub fn say(&mut self, text: &str) {
        // A terminal that is gone gives no answer either: the next line says so.
        let _ = self.output.write_all(text.as_bytes()).and_then(|()| self.output.flush());
    }

    fn line(&mut self) -> Result<String, Error> {
        let mut line = String::new();
        match self.input.read_line(&mut line) {
            Ok(0) | Err(_) => Err(Error::Cancelled),
            Ok(_) => Ok(line.trim().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::words::Language;

    fn asked<T>(answers: &str, ask: impl Fn(&mut Asker) -> T) -> (T, String) {
        let mut shown = Vec::new();
        let mut asker = Asker::new(Words::of(Language::Swedish), answers.as_bytes(), &mut shown);
        let answer = ask(&mut asker);
        drop(asker);
        (answer, String::from_utf8(shown).unwrap())
    }

    #[test]
    fn an_answer_is_asked_for_until_it_can_be_read() {
        let number = |text: &str| text.parse::<u8>().map_err(|_| "inte ett tal".to_owned());
        let (answer, shown) = asked("x\n7\n", |it| it.text("Hur många", None, number));
        assert_eq!(answer.unwrap(), 7);
        assert_eq!(shown, "Hur många:   inte ett tal\nHur många: ");
        assert_eq!(asked("\n", |it| it.text("Hur många", Some("3"), number)).0.unwrap(), 3);
    }

    #[test]
    fn a_choice_is_a_number_a_value_or_a_label() {
        let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
        let choices = [choice("kf", "Kommunfullmäktige"), choice("ks", "Kommunstyrelsen")];
        let only = |_: &str| Err("välj ett".to_owned());
        for answer in ["2\n", "KS\n", "kommunstyrelsen\n", "0\n3\nKommunalrådet\n2\n"] {
            let (chosen, shown) = asked(answer, |it| it.choice("Vem?", &choices, only));
            assert_eq!(chosen.unwrap(), "ks", "{shown}");
        }
        let free = |text: &str| Ok(text.to_owned());
        let (chosen, shown) = asked("3\nRektor\n", |it| it.choice("Vem?", &choices, free));
        assert_eq!(chosen.unwrap(), "Rektor");
        assert!(shown.contains("mellan 1 och 2"), "{shown}");
        assert_eq!(asked("Rektor\n", |it| it.choice("Vem?", &choices, free)).0.unwrap(), "Rektor");
    }

    #[test]
    fn the_end_of_the_input_is_no_answer() {
        assert!(matches!(asked("", |it| it.confirm("Spara?")).0, Err(Error::Cancelled)));
        assert!(asked("ja\n", |it| it.confirm("Spara?")).0.unwrap());
        assert!(!asked("kanske\n\nn\n", |it| it.confirm("Spara?")).0.unwrap());
    }
}
