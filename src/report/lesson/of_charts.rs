//! The questions on the charts, with their answers: each only where its chart is at hand.

use crate::chart::watched;
use crate::format::Format;
use crate::lab::{Duel, Strategy, StrategyOutcome, Swing, Watched};
use crate::say;

use super::questions::{Asked, Question, When};

/// Gains this share of the largest apart, or less, are called level: a class reads no more off a chart.
const LEVEL: f64 = 0.01;
/// Numbers of changes nearer to each other than this are written alike, to the tenth.
const ALIKE: f64 = 0.05;

impl Asked<'_> {
    /// What the chart of what each got shows at its end.
    pub(super) fn profit(&self) -> Option<Question> {
        let (lesson, words) = (self.0, self.words());
        if !lesson.has_picture("lab_profit") {
            return None;
        }
        let leader = lesson.findings.leader?;
        let end = self.outcome(leader.strategy)?.lead.last()?;
        let [gain, low, high] = [end.p50, end.p10, end.p90].map(|amount| lesson.change(amount));
        let level = self.level(end.p50, |outcome| outcome.lead.last().map(|band| band.p50));
        let answer = if leader.strategy == Strategy::Hold {
            say!(words, "lesson-answer-profit-none")
        } else if level.len() > 1 {
            let ways = level.iter().map(|outcome| self.quoted(outcome.strategy));
            say!(
                words,
                "lesson-answer-profit-level",
                ways = ways.collect::<Vec<_>>().join(", "),
                gain = gain
            )
        } else {
            say!(
                words,
                "lesson-answer-profit",
                case = if low == high { "alike" } else { "spread" },
                strategy = lesson.strategy(leader.strategy),
                from = lesson.count(leader.from),
                gain = gain,
                low = low,
                high = high
            )
        };
        Some(Question {
            when: When::Profit,
            ask: say!(words, "lesson-ask-profit"),
            answer,
        })
    }

    pub(super) fn duel(&self) -> Option<Question> {
        let (lesson, words) = (self.0, self.words());
        if !lesson.has_picture("lab_profit") {
            return None;
        }
        let (kaizen, jump) = (self.outcome(Strategy::Kaizen)?, self.outcome(Strategy::BigBang)?);
        let verdict = match lesson.findings.duel {
            Some(Duel::Kaizen) => "kaizen",
            Some(Duel::BigBang) => "jump",
            Some(Duel::Open) | None => "open",
        };
        Some(Question {
            when: When::Profit,
            ask: say!(words, "lesson-ask-duel"),
            answer: say!(
                words,
                "lesson-answer-duel",
                verdict = verdict,
                steps = lesson.change(kaizen.gain.p50),
                jump = lesson.change(jump.gain.p50)
            ),
        })
    }

    /// The ways that change most often, beside those that get most.
    pub(super) fn busy(&self) -> Option<Question> {
        let (lesson, words) = (self.0, self.words());
        if !lesson.has_picture("lab_profit") {
            return None;
        }
        let most = self.players().map(|outcome| outcome.changes).fold(0.0, f64::max);
        let busy: Vec<&StrategyOutcome> = self
            .players()
            .filter(|outcome| most > 0.0 && most - outcome.changes < ALIKE)
            .collect();
        let others = lesson
            .experiment()
            .outcomes
            .iter()
            .filter(|outcome| outcome.strategy != Strategy::Oracle);
        let largest = others.map(|outcome| outcome.gain.p50).reduce(f64::max)?;
        let best = self.level(largest, |outcome| Some(outcome.gain.p50));
        let is_busy = |outcome: &&StrategyOutcome| busy.iter().any(|other| other.strategy == outcome.strategy);
        let calm: Vec<&StrategyOutcome> = best.iter().copied().filter(|outcome| !is_busy(outcome)).collect();
        let case = match busy.len() {
            0 => return None,
            _ if busy.iter().all(|outcome| lesson.findings.harmful.contains(&outcome.strategy)) => "loss",
            _ if calm.len() == best.len() => "other",
            _ if !calm.is_empty() => "level",
            1 => "best",
            _ => "among",
        };
        let often = |changes: f64| lesson.format.number(changes, usize::from(changes.fract() != 0.0));
        let list = |of: &[&StrategyOutcome], beside: &dyn Fn(&StrategyOutcome) -> String| {
            let parts = of.iter().map(|outcome| {
                say!(
                    words,
                    "lesson-way-with",
                    strategy = lesson.strategy(outcome.strategy),
                    figure = beside(outcome)
                )
            });
            parts.collect::<Vec<_>>().join(", ")
        };
        let cycles = lesson.experiment().cycles.len();
        Some(Question {
            when: When::Profit,
            ask: say!(words, "lesson-ask-busy"),
            answer: say!(
                words,
                "lesson-answer-busy",
                ways = list(&busy, &|outcome| lesson.change(outcome.gain.p50)),
                changes = often(most),
                cycles = lesson.count(cycles),
                n = cycles,
                case = case,
                best = list(&calm, &|outcome| often(outcome.changes))
            ),
        })
    }

    /// All but the oracle whose gain is as large as the largest, as far as a class can see.
    fn level(&self, largest: f64, gain: impl Fn(&StrategyOutcome) -> Option<f64>) -> Vec<&StrategyOutcome> {
        let others = self.0.experiment().outcomes.iter();
        others
            .filter(|outcome| outcome.strategy != Strategy::Oracle)
            .filter(|outcome| gain(outcome).is_some_and(|gain| (largest - gain).abs() <= LEVEL * largest.abs()))
            .collect()
    }

    /// A way by its name in quotes.
    pub(super) fn quoted(&self, strategy: Strategy) -> String {
        say!(self.words(), "lesson-way-quoted", strategy = self.0.strategy(strategy))
    }

    pub(super) fn control(&self) -> Option<Question> {
        let (lesson, words) = (self.0, self.words());
        if !lesson.has_picture("lab_control") {
            return None;
        }
        let mut courses = lesson.experiment().shown.courses.iter();
        let course = courses.find(|course| course.strategy == lesson.input.strategy)?;
        let mut answer = self.swing(&course.largest_swing()?);
        let signals = course.charts.iter().map(|chart| chart.marked().len()).sum::<usize>();
        answer.push(' ');
        answer.push_str(&say!(words, "lesson-answer-control", number = lesson.count(signals), n = signals));
        Some(Question {
            when: When::Control,
            ask: say!(words, "lesson-ask-control"),
            answer,
        })
    }

    /// Where the largest swing is, and what it is.
    fn swing(&self, swing: &Swing) -> String {
        let (lesson, words) = (self.0, self.words());
        let write = |x: f64| measured(&lesson.format, swing.watched, x);
        say!(
            words,
            "lesson-answer-swing",
            chart = watched(words, swing.watched),
            period = lesson.period(swing.at),
            value = write(swing.value),
            low = write(swing.limits.lower),
            high = write(swing.limits.upper),
            case = match (swing.is_outside, swing.is_signal) {
                (true, _) => "outside",
                (false, true) => "run",
                (false, false) => "wiggle",
            }
        )
    }
}

/// What a control chart watches, in its unit.
fn measured(format: &Format, of: Watched, x: f64) -> String {
    match of {
        Watched::Visits => format.count(x),
        _ => format.percent(x),
    }
}
