//! The bodies that decide: councils, boards, officials on delegation, and how a
//! name in front matter finds the one that is meant.

use crate::base::fault::nearest;
use crate::model::id::BodyId;

/// A body from `[bodies]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Body {
    /// Its id.
    pub id: BodyId,
    /// Its name today.
    pub name: String,
    /// "KF".
    pub abbreviation: Option<String>,
    /// Names that it had before; documents keep the name of their time.
    pub former: Vec<String>,
    /// What sort of body, as `expects` may ask: "namnd".
    pub kind: Option<String>,
    /// The first year it existed.
    pub from: Option<String>,
    /// The last year it existed.
    pub until: Option<String>,
}

/// A body as a document names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Decider {
    /// The listed body, if it is one.
    pub id: Option<BodyId>,
    /// Its name at the time.
    pub name: String,
}

/// Finds the body that a text names: by id, name, abbreviation or former name, in any case.
/// The second value is the name that was probably meant, when none fits but one is near.
pub fn find(bodies: &[Body], written: &str) -> (Decider, Option<String>) {
    let wanted = written.to_lowercase();
    let is = |name: &str| name.to_lowercase() == wanted;
    for body in bodies {
        let today = is(body.id.as_str()) || is(&body.name) || body.abbreviation.as_deref().is_some_and(is);
        let then = body.former.iter().find(|name| is(name));
        if today || then.is_some() {
            let name = then.filter(|_| !today).unwrap_or(&body.name).clone();
            return (Decider { id: Some(body.id.clone()), name }, None);
        }
    }
    let names = bodies.iter().flat_map(|body| {
        [body.id.as_str(), &body.name].into_iter().chain(body.former.iter().map(String::as_str))
    });
    let near = nearest(written, names).map(str::to_owned);
    (Decider { id: None, name: written.to_owned() }, near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies() -> Vec<Body> {
        let body = |id: &str, name: &str, abbreviation: &str, former: &[&str]| Body {
            id: BodyId::new(id),
            name: name.into(),
            abbreviation: Some(abbreviation.into()),
            former: former.iter().map(|name| (*name).into()).collect(),
            kind: None,
            from: None,
            until: None,
        };
        vec![
            body("kf", "Kommunfullmäktige", "KF", &[]),
            body("bun", "Utbildningsnämnden", "UN", &["Barn- och skolnämnden"]),
        ]
    }

    #[test]
    fn a_body_is_found_under_each_of_its_names() {
        for written in ["kf", "KF", "kommunfullmäktige", "KOMMUNFULLMÄKTIGE"] {
            let (decider, near) = find(&bodies(), written);
            assert_eq!((decider.name.as_str(), near), ("Kommunfullmäktige", None), "{written}");
        }
        let (decider, _) = find(&bodies(), "barn- och skolnämnden");
        assert_eq!(decider.name, "Barn- och skolnämnden", "the name of its time is kept");
        assert_eq!(decider.id.unwrap().as_str(), "bun");
    }

    #[test]
    fn a_near_miss_is_not_taken_for_a_body() {
        let (decider, near) = find(&bodies(), "komunfullmäktige");
        assert_eq!((decider.id, near.as_deref()), (None, Some("Kommunfullmäktige")));
        let (decider, near) = find(&bodies(), "Länsstyrelsen");
        assert_eq!((decider.id, near), (None, None));
    }
}
