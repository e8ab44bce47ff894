//! The questions of a lesson with their answers: only those that the experiment's figures can answer.

use crate::lab::{Kept, Strategy, StrategyOutcome};
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

/// What can be asked of a lesson.
pub(super) struct Asked<'a>(pub(super) &'a Lesson<'a>);

impl Asked<'_> {
    pub(super) const fn words(&self) -> Words {
        self.0.words
    }

    pub(super) fn outcome(&self, strategy: Strategy) -> Option<&StrategyOutcome> {
        self.0.experiment().outcome(strategy)
    }

    /// Strategies that do something and do not know the truth.
    pub(super) fn players(&self) -> impl Iterator<Item = &StrategyOutcome> {
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

    fn home(&self) -> Question {
        Question {
            when: When::Home,
            ask: say!(self.words(), "lesson-ask-home"),
            answer: say!(self.words(), "lesson-answer-home"),
        }
    }
}
