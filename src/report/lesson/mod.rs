//! The lesson sheet of `osa lab`: 45 minutes for a class that improves a business in a world it does not know, as Markdown.
//!
//! Three parts, so that each can be handed out when its time has come: the students' pages, which give nothing away; the charts, for after
//! the play; and the teacher's part with the reveal. Every answer is made from the experiment's own figures, and where these go against
//! the usual lesson it says so.

mod claims;
mod of_charts;
mod questions;
mod reveal;
mod sheet;
mod students;
#[cfg(test)]
mod tests;

use crate::chart::{clean, name};
use crate::format::{Format, Language};
use crate::lab::{Experiment, Findings, Strategy};
use crate::report::json::Truth;
use crate::report::lab_terms;
use crate::say;
use crate::scenario::{Period, Scenario};
use crate::words::Words;

use sheet::{Sheet, quoted};

/// What a lesson sheet is made from.
#[derive(Debug, Clone, Copy)]
pub struct LessonInput<'a> {
    pub scenario: &'a Scenario,
    pub experiment: &'a Experiment,
    pub language: Language,
    /// The strategy whose control charts are among the pictures.
    pub strategy: Strategy,
    /// The scenario's file as it was named; of a path only the last part is written.
    pub file: &'a str,
    /// What else the commands need, such as `--set` and what it sets, each argument as it was given.
    pub arguments: &'a [String],
    /// Whether the hidden numbers are told in the teacher's part.
    pub truth: Truth,
    /// The charts at hand.
    pub pictures: &'a [LessonPicture<'a>],
}

/// A chart at hand.
#[derive(Debug, Clone, Copy)]
pub struct LessonPicture<'a> {
    /// Its name without an ending: `lab_profit`, `lab_regret`, `lab_claims`, `lab_control`, `lab_world`, `lab_moves`.
    pub kind: &'a str,
    /// Its file, relative to the sheet.
    pub file: &'a str,
    /// Its conclusion.
    pub title: &'a str,
}

/// The time table: minutes of each step, 45 together.
const MINUTES: [usize; 6] = [5, 5, 15, 10, 7, 3];

/// Worlds and seed of `osa lab` where nothing is said.
const WORLDS: usize = 500;
const SEED: u64 = 1;

/// The sheet as Markdown.
#[must_use]
pub fn lesson(input: &LessonInput) -> String {
    let lesson = Lesson {
        input,
        words: Words::new(input.language),
        format: Format::written(&clean(&input.scenario.plan.currency), input.language),
        findings: Findings::of(input.experiment),
    };
    let questions = questions::questions(&lesson);
    let mut sheet = Sheet::default();
    lesson.put_head(&mut sheet);
    sheet.rule();
    students::put(&lesson, &questions, &mut sheet);
    sheet.rule();
    students::put_charts(&lesson, &questions, &mut sheet);
    sheet.rule();
    reveal::put(&lesson, &questions, &mut sheet);
    sheet.finish()
}

/// A lesson with the words and numbers of its language.
struct Lesson<'a> {
    input: &'a LessonInput<'a>,
    words: Words,
    format: Format,
    findings: Findings,
}

impl Lesson<'_> {
    const fn experiment(&self) -> &Experiment {
        self.input.experiment
    }

    const fn scenario(&self) -> &Scenario {
        self.input.scenario
    }

    /// The name of a way of improving.
    fn strategy(&self, strategy: Strategy) -> String {
        lab_terms::strategy(self.words, strategy)
    }

    /// A change of the objective.
    fn change(&self, amount: f64) -> String {
        if self.experiment().objective == "customers" {
            let n = amount.abs().round() as usize;
            say!(self.words, "lesson-customers", number = self.format.count_change(amount), n = n)
        } else {
            self.format.money_change(amount)
        }
    }

    /// A share that nobody needs to the tenth.
    fn share(&self, share: f64) -> String {
        self.format.percent_short(share)
    }

    /// A number of things.
    fn count(&self, count: usize) -> String {
        self.format.number(count as f64, 0)
    }

    /// Whether a chart is at hand.
    fn has_picture(&self, kind: &str) -> bool {
        self.input.pictures.iter().any(|picture| picture.kind == kind)
    }

    /// Whether a class has a chart to look at before the reveal.
    fn has_charts(&self) -> bool {
        students::SHOWN.into_iter().any(|kind| self.has_picture(kind))
    }

    /// A period by its number: `week 8`.
    fn period(&self, at: usize) -> String {
        let (words, number) = (self.words, self.count(at + 1));
        match self.scenario().plan.period {
            Period::Day => say!(words, "nth-day", number = number),
            Period::Week => say!(words, "nth-week", number = number),
            Period::Month => say!(words, "nth-month", number = number),
            Period::Quarter => say!(words, "nth-quarter", number = number),
        }
    }

    /// Whether the scenario came without a file: from standard input.
    fn is_without_file(&self) -> bool {
        matches!(self.input.file, "" | "-")
    }

    /// The file as a command names it.
    fn file(&self) -> String {
        let name = clean(self.input.file.rsplit(['/', '\\']).next().unwrap_or_default());
        match name.as_str() {
            "" | "-" => "scenario.toml".to_owned(),
            name if name.starts_with('-') => format!("./{name}"),
            name => name.to_owned(),
        }
    }

    /// A command that meets the same worlds, without what it does by itself: a class types it. `end` is what is asked of it.
    fn command(&self, end: &str) -> String {
        let (experiment, plan) = (self.experiment(), &self.scenario().plan);
        let mut command = format!("osa lab {}", quoted(&self.file()));
        let options = [
            ("cycles", experiment.cycles.len(), self.scenario().lab.cycles_in(plan.periods)),
            ("worlds", experiment.worlds, WORLDS),
            ("world", experiment.shown.world, 1),
        ];
        for (option, value, usual) in options {
            if value != usual {
                command.push_str(&format!(" --{option} {value}"));
            }
        }
        if experiment.seed != SEED {
            command.push_str(&format!(" --seed {}", experiment.seed));
        }
        if self.input.language != Language::English {
            command.push_str(&format!(" --lang {}", self.input.language.code()));
        }
        for argument in self.input.arguments {
            command.push(' ');
            command.push_str(&quoted(&clean(argument)));
        }
        format!("{command} {end}")
    }

    /// Title, aims, what is needed, the time table.
    fn put_head(&self, sheet: &mut Sheet) {
        let (words, experiment) = (self.words, self.experiment());
        sheet.heading(1, &say!(words, "lesson-title", name = name(&self.scenario().plan.name)));
        sheet.paragraph(&say!(
            words,
            "lesson-made",
            worlds = self.count(experiment.worlds),
            n = experiment.worlds,
            cycles = self.count(experiment.cycles.len()),
            m = experiment.cycles.len(),
            seed = experiment.seed.to_string(),
            world = self.count(experiment.shown.world)
        ));
        sheet.heading(2, &say!(words, "lesson-learnt-heading"));
        sheet.list(&[
            say!(words, "lesson-learnt-signal"),
            say!(words, "lesson-learnt-predict"),
            say!(words, "lesson-learnt-claim"),
            say!(words, "lesson-learnt-standard"),
        ]);
        sheet.heading(2, &say!(words, "lesson-needed-heading"));
        sheet.list(&[
            if self.is_without_file() {
                say!(words, "lesson-needed-saved", file = self.file())
            } else {
                say!(words, "lesson-needed-computer", file = self.file())
            },
            say!(words, "lesson-needed-print"),
        ]);
        sheet.paragraph(&say!(words, "lesson-needed-again"));
        sheet.command(&match self.input.strategy {
            Strategy::Kaizen => self.command("-o lesson"),
            strategy => self.command(&format!("--strategy {} -o lesson", strategy.word())),
        });
        sheet.heading(2, &say!(words, "lesson-time-heading"));
        sheet.table(
            &[(say!(words, "lesson-time-minutes"), true), (say!(words, "lesson-time-what"), false)],
            self.time_table(),
        );
    }

    fn time_table(&self) -> Vec<Vec<String>> {
        let (words, cycles) = (self.words, self.experiment().cycles.len());
        let steps = [
            say!(words, "lesson-time-business"),
            say!(words, "lesson-time-predict"),
            say!(words, "lesson-time-play", cycles = self.count(cycles), n = cycles),
            if self.has_charts() {
                say!(words, "lesson-time-charts")
            } else {
                say!(words, "lesson-time-figures")
            },
            say!(words, "lesson-time-reveal"),
            say!(words, "lesson-time-home"),
        ];
        let rows = MINUTES
            .into_iter()
            .zip(steps)
            .map(|(minutes, step)| vec![self.count(minutes), step]);
        rows.chain([vec![self.count(MINUTES.iter().sum()), say!(words, "lesson-time-sum")]])
            .collect()
    }
}
