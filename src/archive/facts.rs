//! The facts of a document as `metadata.json` gives them: of two accounts, what the newer tells otherwise; of one, how
//! the document was called on a day.

use serde_json::{Map, Value};

use crate::archive::deeds::{edtf, first};
use crate::base::date::Date;

/// A fact that is told otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactTurn {
    /// Where it stands: keys, ids and numbers from 1.
    pub path: Vec<String>,
    /// What it was, if it was told.
    pub old: Option<Value>,
    /// What it is, if it is told.
    pub new: Option<Value>,
}

/// What differs between two accounts, in the order of the newer.
pub fn turns(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<FactTurn> {
    let mut turns = Vec::new();
    maps(&mut Vec::new(), old, new, &mut turns);
    turns
}

fn maps(
    path: &mut Vec<String>,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    turns: &mut Vec<FactTurn>,
) {
    let gone = old.keys().filter(|key| !new.contains_key(*key));
    for key in new.keys().chain(gone) {
        path.push(key.clone());
        values(path, told(old.get(key)), told(new.get(key)), turns);
        path.pop();
    }
}

/// `null` tells nothing.
fn told(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_null())
}

fn values(path: &mut Vec<String>, old: Option<&Value>, new: Option<&Value>, turns: &mut Vec<FactTurn>) {
    let objects = |value: &Value| value.as_array().is_some_and(|all| all.iter().any(Value::is_object));
    let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Value::Object(old)), Some(Value::Object(new))) => maps(path, old, new, turns),
        (old, new) if old.is_some_and(objects) || new.is_some_and(objects) => {
            lists(path, &list(old), &list(new), turns);
        }
        (old, new) => turns.push(FactTurn { path: path.clone(), old: old.cloned(), new: new.cloned() }),
    }
}

/// Lists of objects: those with an id are the same wherever they stand; of the others, what stands in both is the
/// same, and as many left on either side are taken for each other.
fn lists(path: &mut Vec<String>, old: &[Value], new: &[Value], turns: &mut Vec<FactTurn>) {
    let id = |value: &Value| Some(value.get("id")?.as_str()?.to_owned());
    if old.iter().chain(new).all(|value| id(value).is_some()) {
        let by_id = |all: &[Value]| all.iter().filter_map(|it| Some((id(it)?, it.clone()))).collect();
        return maps(path, &by_id(old), &by_id(new), turns);
    }
    let mut left: Vec<&Value> = old.iter().collect();
    let mut came = Vec::new();
    for (index, value) in new.iter().enumerate() {
        match left.iter().position(|it| *it == value) {
            Some(at) => drop(left.remove(at)),
            None => came.push((index, value)),
        }
    }
    let pairs = left.len() == came.len();
    let number = |index: usize| (index + 1).to_string();
    if !pairs {
        for value in left.drain(..) {
            turns.push(FactTurn { path: path.clone(), old: Some(value.clone()), new: None });
        }
    }
    for (nth, (index, value)) in came.into_iter().enumerate() {
        if new.len() > 1 && pairs {
            path.push(number(index));
            values(path, left.get(nth).copied(), Some(value), turns);
            path.pop();
        } else {
            values(path, left.get(nth).copied(), Some(value), turns);
        }
    }
}

/// The title of the text that applied on a day, or that applied last before it; where none had, that of the document.
pub fn title_on(metadata: &Value, day: Date) -> Option<&str> {
    let day = day.to_string();
    // Until when it applied, no later than that day.
    let applied = |span: &Value| {
        let begun = span["from"].as_str().is_none_or(|from| first(&edtf(from)) <= &*day);
        let until = span["until"].as_str().filter(|until| *until < &*day).unwrap_or(&day);
        begun.then(|| until.to_owned())
    };
    let versions = metadata["versions"].as_array().into_iter().flatten();
    let titles = versions.filter_map(|version| {
        let last = version["applies"].as_array().into_iter().flatten().filter_map(applied).max()?;
        Some((last, version["title"].as_str()?))
    });
    // Of two that applied as long the later stands last.
    let last = titles.max_by(|(one, _), (other, _)| one.cmp(other));
    last.map(|(_, title)| title).or_else(|| metadata["title"].as_str())
}

/// A value in words: a list with commas, an object with its keys.
pub fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Value::Object(map) => {
            let told = map.iter().filter(|(_, value)| !value.is_null());
            told.map(|(key, value)| format!("{key}: {}", in_words(value))).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(old: &Value, new: &Value) -> Vec<String> {
        let side = |value: &Option<Value>| value.as_ref().map_or_else(|| "–".into(), in_words);
        let turns = turns(old.as_object().unwrap(), new.as_object().unwrap());
        turns
            .iter()
            .map(|it| format!("{}: {} → {}", it.path.join("/"), side(&it.old), side(&it.new)))
            .collect()
    }

    #[test]
    fn a_document_is_called_as_the_text_that_applied() {
        let metadata = json!({
            "title": "Ny",
            "versions": [
                { "title": "Gammal", "applies": [{ "from": "2014-ht", "until": "2019-05-31" }] },
                { "title": "Ny", "applies": [{ "from": "2020", "until": null }] },
            ],
        });
        let on = |day: &str| title_on(&metadata, day.parse().unwrap()).unwrap();
        assert_eq!(["2014-07-01", "2019-05-31", "2020-01-01"].map(on), ["Gammal", "Gammal", "Ny"]);
        assert_eq!(on("2019-12-31"), "Gammal", "the last that applied, until the next does");
        assert_eq!(on("2014-01-01"), "Ny", "nothing had applied");
        assert_eq!(title_on(&json!({}), "2020-01-01".parse().unwrap()), None);
    }

    #[test]
    fn a_fact_is_named_by_where_it_stands() {
        let old = json!({
            "title": "A", "aliases": ["x"], "note": null, "gone": 1,
            "versions": [
                { "id": "2014", "decisions": [{ "by": "KF", "date": "2014-04-09" }] },
                { "id": "2015", "summary": "S" },
            ],
        });
        let new = json!({
            "title": "B", "aliases": ["x", "y"],
            "versions": [
                { "id": "2015", "summary": "S" },
                { "id": "2014", "decisions": [{ "by": "KF", "date": "2014-04-09", "section": "§ 5" }] },
                { "id": "2016", "title": "Ny" },
            ],
        });
        assert_eq!(
            told(&old, &new),
            [
                "title: A → B",
                "aliases: x → x, y",
                "versions/2014/decisions/section: – → § 5",
                "versions/2016: – → id: 2016, title: Ny",
                "gone: 1 → –",
            ]
        );
        assert_eq!(told(&old, &old), [""; 0]);
    }

    #[test]
    fn of_a_list_only_what_differs_is_told() {
        let list = |acts: &[&str]| json!({ "decisions": acts.iter().map(|act| json!({ "act": act, "by": null })).collect::<Vec<_>>() });
        assert_eq!(told(&list(&["a", "b"]), &list(&["b", "c", "a"])), ["decisions: – → act: c"]);
        assert_eq!(told(&list(&["a", "b"]), &list(&["a", "c"])), ["decisions/2/act: b → c"]);
        assert_eq!(told(&list(&["a", "b"]), &list(&[])), ["decisions: act: a → –", "decisions: act: b → –"]);
        assert_eq!(told(&list(&[]), &list(&["a"])), ["decisions: – → act: a"]);
        assert_eq!(told(&json!({}), &list(&["a"])), ["decisions: – → act: a"]);
    }
}
