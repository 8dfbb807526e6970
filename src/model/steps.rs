//! A value that changes on known days and is constant between them. States are
//! kept so: what holds on a day is looked up, and the days of change are in plain sight.

use crate::base::date::Date;

/// What holds from each of some days on, first day first. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Steps<T> {
    first: T,
    later: Vec<(Date, T)>,
}

impl<T: PartialEq + Clone> Steps<T> {
    /// Asks `value` before all of `days` and on each of them, and keeps the changes.
    /// Right if `value` changes on no other day. The calendar's last day stands for "never", and
    /// nothing changes on it.
    pub fn over(mut days: Vec<Date>, value: impl Fn(Date) -> T) -> Self {
        days.sort_unstable();
        days.dedup();
        days.retain(|day| *day < Date::MAX);
        let first = value(Date::MIN);
        let mut later: Vec<(Date, T)> = Vec::new();
        for day in days {
            let now = value(day);
            if later.last().map_or(&first, |(_, before)| before) != &now {
                later.push((day, now));
            }
        }
        Self { first, later }
    }

    /// What holds on a day.
    pub fn on(&self, day: Date) -> &T {
        let index = self.later.partition_point(|(from, _)| *from <= day);
        index.checked_sub(1).map_or(&self.first, |index| &self.later[index].1)
    }

    /// Since when it holds, if it ever was otherwise.
    pub fn since(&self, day: Date) -> Option<Date> {
        let index = self.later.partition_point(|(from, _)| *from <= day);
        index.checked_sub(1).map(|index| self.later[index].0)
    }

    /// What holds before the first change.
    pub fn first(&self) -> &T {
        &self.first
    }

    /// Each change: from this day on, this.
    pub fn changes(&self) -> &[(Date, T)] {
        &self.later
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_on_the_day_that_stands_for_never() {
        let steps = Steps::over(vec![Date::MAX], |at| at == Date::MAX);
        assert_eq!(steps.changes(), []);
    }

    #[test]
    fn a_value_holds_until_the_next_change() {
        let day = |number| Date::constant(2020, 1, number);
        let steps = Steps::over(vec![day(9), day(5), day(7)], |at| at >= day(7));
        assert_eq!(steps.changes(), [(day(7), true)]);
        assert_eq!((*steps.on(day(6)), *steps.on(day(7)), *steps.on(day(30))), (false, true, true));
        assert_eq!((steps.since(day(6)), steps.since(day(8))), (None, Some(day(7))));
    }
}
