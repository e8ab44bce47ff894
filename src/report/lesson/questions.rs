//! The questions of a lesson with their answers: only those that the experiment's figures can answer.

use crate::chart::watched;
use crate::format::Format;
use crate::lab::{Duel, Kept, Strategy, StrategyOutcome, Swing, Watched};
use crate::say;
use crate::words::Words;

use super::Lesson;

/// When a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Predict,
    Play,
    /// Beside the chart of what each got.
    Profit,
    /// Beside the control charts.
    Control,
    Home,
}

/// A question.
pub(super) struct Question {
    pub when: When,
    pub ask: String,
    pub answer: String,
}

/// An illusion smaller than this reads as none.
const NO_ILLUSION: f64 = 0.001;
/// Gains this share of the largest apart, or less, are called level: a class reads no more off a chart.
const LEVEL: f64 = 0.01;
/// Numbers of changes nearer to each other than this are written alike, to the tenth.
const ALIKE: f64 = 0.05;

/// All questions in the order in which they are asked.
pub(super) fn questions(lesson: &Lesson) -> Vec<Question> {
    let asked = Asked(lesson);
    let mut questions = vec![asked.best()];
    questions.extend(asked.above());
    questions.extend(asked.worst_stage());
    questions.extend(asked.best_channel());
    questions.extend(asked.alarms());
    questions.push(asked.kept());
    questions.push(asked.claim());
    questions.extend(asked.profit());
    questions.extend(asked.duel());
    questions.extend(asked.busy());
    questions.extend(asked.control());
    questions.push(asked.home());
    questions
}

struct Asked<'a>(&'a Lesson<'a>);

impl Asked<'_> {
    const fn words(&self) -> Words {
        self.0.words
    }

    fn outcome(&self, strategy: Strategy) -> Option<&StrategyOutcome> {
        self.0.experiment().outcome(strategy)
    }

    /// Strategies that do something and do not know the truth.
    fn players(&self) -> impl Iterator<Item = &StrategyOutcome> {
        let outcomes = self.0.experiment().outcomes.iter();
        outcomes.filter(|outcome| !matches!(outcome.strategy, Strategy::Hold | Strategy::Oracle))
    }

    fn illusion(figure: Option<f64>) -> Option<f64> {
        figure.filter(|size| *size >= NO_ILLUSION)
    }

    fn best(&self) -> Question {
        let (lesson, words) = (self.0, self.words());
        let worlds = lesson.experiment().worlds;
        let ranking: Vec<String> = (lesson.findings.ranking.iter())
            .filter(|strategy| **strategy != Strategy::Oracle)
            .map(|strategy| self.quoted(*strategy))
            .collect();
        let ranking = ranking.join(", ");
        let answer = match lesson.findings.winner.and_then(|winner| self.outcome(winner)) {
            Some(winner) => say!(
                words,
                "lesson-answer-winner",
                ranking = ranking,
                strategy = lesson.strategy(winner.strategy),
                share = lesson.share(winner.best_share)
            ),
            None => say!(words, "lesson-answer-no-winner", ranking = ranking),
        };
        Question {
            when: When::Predict,
            ask: say!(words, "lesson-ask-best", worlds = lesson.count(worlds), n = worlds),
            answer,
        }
    }

    fn above(&self) -> Option<Question> {
        let (lesson, words) = (self.0, self.words());
        self.outcome(Strategy::Hold)?;
        let outcome = self.outcome(Strategy::Kaizen).or_else(|| self.players().next())?;
        let hold = lesson.strategy(Strategy::Hold);
        Some(Question {
            when: When::Predict,
            ask: say!(
                words,
                "lesson-ask-above",
                strategy = lesson.strategy(outcome.strategy),
                hold = &hold
            ),
            answer: say!(
                words,
                "lesson-answer-above",
                case = match outcome.better_than_hold {
                    share if share >= 1.0 => "all",
                    share if share <= 0.0 => "none",
                    _ => "some",
                },
                share = lesson.share(outcome.better_than_hold),
                hold = &hold
            ),
        })
    }

    fn worst_stage(&self) -> Option<Question> {
        let recovers = Self::illusion(self.0.experiment().illusions.worst_stage_recovers)?;
        Some(Question {
            when: When::Predict,
            ask: say!(self.words(), "lesson-ask-worst-stage"),
            answer: say!(self.words(), "lesson-answer-worst-stage", share = self.0.format.percent(recovers)),
        })
    }

    fn best_channel(&self) -> Option<Question> {
        let (words, format) = (self.words(), &self.0.format);
        let illusions = &self.0.experiment().illusions;
        let exceeds = format.percent(Self::illusion(illusions.best_channel_exceeds)?);
        let answer = match illusions.best_channel_after {
            Some(after) => say!(
                words,
                "lesson-answer-best-channel",
                exceeds = exceeds,
                after = format.percent_change(after)
            ),
            None => say!(words, "lesson-answer-best-channel-alone", exceeds = exceeds),
        };
        Some(Question {
            when: When::Predict,
            ask: say!(words, "lesson-ask-best-channel"),
            answer,
        })
    }

    fn alarms(&self) -> Option<Question> {
        let alarms = self.0.experiment().illusions.false_alarms?;
        Some(Question {
            when: When::Predict,
            ask: say!(self.words(), "lesson-ask-alarms"),
            answer: say!(self.words(), "lesson-answer-alarms", share = self.0.share(alarms)),
        })
    }

    /// How often the class was right, and beside it kaizen, or whatever else predicts.
    fn kept(&self) -> Question {
        let (lesson, words) = (self.0, self.words());
        let mut answer = say!(words, "lesson-answer-kept-own");
        let predicts = |outcome: &&StrategyOutcome| outcome.coverage.is_some();
        let outcome = self
            .outcome(Strategy::Kaizen)
            .filter(predicts)
            .or_else(|| self.players().find(predicts));
        if let Some((outcome, coverage)) = outcome.and_then(|outcome| Some((outcome, outcome.coverage?))) {
            let verdict = lesson
                .findings
                .predictions
                .iter()
                .find(|(strategy, _)| *strategy == outcome.strategy);
            let kept = match verdict {
                Some((_, Kept::TooNarrow)) => "narrow",
                Some((_, Kept::TooWide)) => "wide",
                Some((_, Kept::AsStated)) => "stated",
                None => "open",
            };
            answer.push(' ');
            answer.push_str(&say!(
                words,
                "lesson-answer-kept",
                strategy = lesson.strategy(outcome.strategy),
                within = lesson.share(coverage.within),
                stated = lesson.share(coverage.stated),
                kept = kept
            ));
        }
        Question {
            when: When::Play,
            ask: say!(words, "lesson-ask-kept"),
            answer,
        }
    }

    fn claim(&self) -> Question {
        let (lesson, words) = (self.0, self.words());
        let answer = match lesson.findings.boaster.and_then(|boaster| self.outcome(boaster)) {
            None => say!(words, "lesson-answer-claim-none"),
            Some(outcome) => {
                let strategy = lesson.strategy(outcome.strategy);
                let [claimed, came] = [&outcome.claimed, &outcome.true_gain].map(|band| lesson.change(band.p50));
                match outcome.strategy {
                    Strategy::BigBang | Strategy::Kaizen | Strategy::Thompson | Strategy::Oracle => say!(
                        words,
                        "lesson-answer-claim-model",
                        strategy = strategy,
                        claimed = claimed,
                        came = came
                    ),
                    _ => say!(
                        words,
                        "lesson-answer-claim-luck",
                        strategy = strategy,
                        claimed = claimed,
                        came = came
                    ),
                }
            }
        };
        Question {
            when: When::Play,
            ask: say!(words, "lesson-ask-claim"),
            answer,
        }
    }

    /// What the chart of what each got shows at its end.
    fn profit(&self) -> Option<Question> {
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

    fn duel(&self) -> Option<Question> {
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
    fn busy(&self) -> Option<Question> {
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
    fn quoted(&self, strategy: Strategy) -> String {
        say!(self.words(), "lesson-way-quoted", strategy = self.0.strategy(strategy))
    }

    fn control(&self) -> Option<Question> {
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

    fn home(&self) -> Question {
        Question {
            when: When::Home,
            ask: say!(self.words(), "lesson-ask-home"),
            answer: say!(self.words(), "lesson-answer-home"),
        }
    }
}

/// What a control chart watches, in its unit.
fn measured(format: &Format, of: Watched, x: f64) -> String {
    match of {
        Watched::Visits => format.count(x),
        _ => format.percent(x),
    }
}
