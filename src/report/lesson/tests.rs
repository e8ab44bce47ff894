//! What holds of every lesson sheet: it is whole, it gives nothing away before its time, and no name turns into markup.

use super::*;
use crate::math::{Found, Rule, Side};
use crate::report::lab_fixture::{Shape, classroom, experiment};

const PICTURES: [LessonPicture; 5] = [
    picture("lab_claims", "lab_claims.svg", "“Whatever looked better” fools itself most"),
    picture("lab_profit", "lab_profit.svg", "“Kaizen” ends 12 k € above changing nothing"),
    picture("lab_regret", "lab_regret.svg", "“Kaizen” stays nearest to the oracle"),
    picture("lab_control", "lab_control.svg", "One signal in six charts"),
    picture("lab_world", "lab_world.svg", "The same world as every strategy played it"),
];

const fn picture<'a>(kind: &'a str, file: &'a str, title: &'a str) -> LessonPicture<'a> {
    LessonPicture { kind, file, title }
}

fn written_from(scenario: &Scenario, experiment: &Experiment, language: Language, pictures: &[LessonPicture]) -> String {
    lesson(&LessonInput {
        scenario,
        experiment,
        language,
        strategy: Strategy::Kaizen,
        file: "/home/me/plans/shop.toml",
        arguments: &["--set".to_owned(), "act.rate=2% to 4%".to_owned()],
        truth: Truth::Revealed,
        pictures,
    })
}

fn written(shape: &Shape, language: Language) -> String {
    written_from(&classroom(), &experiment(shape), language, &PICTURES)
}

/// Students' pages with the head, charts, and the teacher's part.
fn parts(sheet: &str) -> [String; 3] {
    let parts: Vec<&str> = sheet.split("\n---\n").collect();
    assert_eq!(parts.len(), 4, "{sheet}");
    [format!("{}{}", parts[0], parts[1]), parts[2].to_owned(), parts[3].to_owned()]
}

/// The address of each picture.
fn pictures(sheet: &str) -> Vec<&str> {
    let lines = sheet.lines().filter(|line| line.starts_with("!["));
    lines.filter_map(|line| line.rsplit_once("](")?.1.strip_suffix(')')).collect()
}

/// Lines of fenced blocks.
fn commands(sheet: &str) -> Vec<&str> {
    let blocks = sheet.split("```sh\n").skip(1);
    blocks
        .filter_map(|block| block.split("\n```").next())
        .flat_map(str::lines)
        .collect()
}

#[test]
fn every_picture_at_hand_is_shown_and_no_other() {
    let sheet = written(&Shape::default(), Language::English);
    let [students, charts, teacher] = parts(&sheet);
    assert!(pictures(&students).is_empty());
    assert_eq!(pictures(&charts), ["lab_profit.svg", "lab_regret.svg", "lab_control.svg"]);
    assert_eq!(pictures(&teacher), ["lab_claims.svg", "lab_world.svg"]);
    let bare = written_from(&classroom(), &experiment(&Shape::default()), Language::English, &[]);
    for of_charts in [
        "Is it a signal or a wiggle",
        "ahead at the end",
        "One big jump",
        "## The charts",
        "the title of each chart",
    ] {
        assert!(sheet.contains(of_charts) && !bare.contains(of_charts), "{of_charts} in {bare}");
    }
    assert!(pictures(&bare).is_empty());
    let only = written_from(&classroom(), &experiment(&Shape::default()), Language::English, &PICTURES[3..4]);
    assert!(only.contains("Is it a signal") && !only.contains("ahead at the end"), "{only}");
    assert!(
        !only.contains("One big jump") && !only.contains("changes something most often"),
        "{only}"
    );
}

#[test]
fn a_scenario_without_a_file_is_to_be_saved() {
    let (scenario, found) = (classroom(), experiment(&Shape::default()));
    let sheet = |file| {
        lesson(&LessonInput {
            scenario: &scenario,
            experiment: &found,
            language: Language::English,
            strategy: Strategy::Kaizen,
            file,
            arguments: &[],
            truth: Truth::Hidden,
            pictures: &[],
        })
    };
    assert!(sheet("-").contains("this scenario, saved as scenario.toml"));
    assert!(sheet("shop.toml").contains("the file shop.toml") && !sheet("shop.toml").contains("saved as"));
}

#[test]
fn those_that_are_level_are_named_together() {
    let near = Shape {
        gains: [0.0, 12.0, 12.05, -3.0, 1.0, -6.0, 4.0, 18.0],
        ..Shape::default()
    };
    let mut found = experiment(&near);
    found.outcomes[2].changes = 12.0;
    let sheet = written_from(&classroom(), &found, Language::English, &PICTURES);
    let plain = sheet.replace('\u{a0}', " ");
    for text in [
        "Level at the end, no more than 1 % apart: “big bang”, “kaizen”",
        "k €): in 12 of 12 cycles on average",
        "no more than 1 % from “big bang” (1)",
    ] {
        assert!(plain.contains(text), "no “{text}” in\n{plain}");
    }
}

#[test]
fn the_largest_swing_is_told_with_its_figure() {
    let mut found = experiment(&Shape::default());
    let charts = &mut found.shown.courses[2].charts;
    charts.iter_mut().for_each(|chart| chart.signals.clear());
    charts[1].points[4] = Some(0.1197);
    let sheet = |found: &Experiment| written_from(&classroom(), found, Language::English, &PICTURES).replace('\u{a0}', " ");
    let wiggle = sheet(&found);
    assert!(
        wiggle.contains("“Act: leads per visit”, month 5: 12 %, the limits being 8 % and 12 %. It lies within them"),
        "{wiggle}"
    );
    assert!(wiggle.contains("there is no signal in these charts"), "{wiggle}");
    let run = |at| Found {
        at,
        rule: Rule::EightOnOneSide,
        side: Side::Above,
    };
    found.shown.courses[2].charts[1].points[4] = Some(0.13);
    found.shown.courses[2].charts[1].signals = vec![run(4), run(5), run(6)];
    let signal = sheet(&found);
    assert!(signal.contains("It lies outside: a signal"), "{signal}");
    // a run that goes on is one signal, as on the chart
    assert!(signal.contains("The charts mark 1 signal in all"), "{signal}");
}

#[test]
fn commands_are_exact_and_name_no_place_of_this_machine() {
    for language in Language::ALL {
        let sheet = written(&Shape::default(), language);
        let lang = if language == Language::English {
            String::new()
        } else {
            format!(" --lang {}", language.code())
        };
        let common = format!("osa lab shop.toml{lang} --set 'act.rate=2% to 4%'");
        assert_eq!(
            commands(&sheet),
            [" -o lesson", " --play", " --reveal"].map(|end| format!("{common}{end}"))
        );
        assert!(!sheet.contains("/home") && !sheet.contains("plans/"), "{sheet}");
        for command in commands(&sheet) {
            let mut options: Vec<&str> = command.split(' ').filter(|word| word.starts_with('-')).collect();
            options.sort_unstable();
            assert!(options.windows(2).all(|pair| pair[0] != pair[1]), "{command}");
        }
    }
}

#[test]
fn what_is_unusual_is_a_part_of_the_command() {
    let mut found = experiment(&Shape {
        worlds: 200,
        cycles: 6,
        ..Shape::default()
    });
    found.seed = 7;
    found.shown.world = 3;
    let sheet = lesson(&LessonInput {
        scenario: &classroom(),
        experiment: &found,
        language: Language::English,
        strategy: Strategy::Tamper,
        file: r"C:\plans\my shop.toml",
        arguments: &[],
        truth: Truth::Revealed,
        pictures: &[],
    });
    let common = "osa lab 'my shop.toml' --cycles 6 --worlds 200 --world 3 --seed 7";
    assert_eq!(
        commands(&sheet),
        [" --strategy tamper -o lesson", " --play", " --reveal"].map(|end| format!("{common}{end}"))
    );
}

#[test]
fn the_minutes_come_to_45() {
    for language in Language::ALL {
        let sheet = written(&Shape::default(), language);
        let minutes: Vec<usize> = sheet
            .lines()
            .skip_while(|line| !line.starts_with("| ---: | --- |"))
            .skip(1)
            .map_while(|line| line.strip_prefix("| ")?.split(' ').next()?.parse().ok())
            .collect();
        assert_eq!(minutes, [5, 5, 15, 10, 7, 3, 45]);
    }
}

#[test]
fn nothing_is_given_away_before_its_time() {
    for language in Language::ALL {
        let sheet = written(&Shape::default(), language);
        let [students, charts, teacher] = parts(&sheet);
        let truth = Format::written("EUR", language).percent(0.083);
        let winner = Format::written("EUR", language).percent_short(0.44);
        for secret in [&truth, &winner] {
            assert!(!students.contains(secret.as_str()) && !charts.contains(secret.as_str()), "{secret}");
            assert!(teacher.contains(secret.as_str()), "no {secret} in {teacher}");
        }
        let wiggle = say!(Words::new(language), "lesson-hint-wiggle");
        assert!(!students.contains(&wiggle) && teacher.contains(&wiggle));
    }
}

#[test]
fn each_question_has_its_answer_in_every_language() {
    let english = written(&Shape::default(), Language::English);
    let numbers = |part: &str| {
        part.lines()
            .filter_map(|line| line.strip_prefix("**")?.split('.').next()?.parse::<usize>().ok())
            .collect::<Vec<_>>()
    };
    for language in Language::ALL {
        let sheet = written(&Shape::default(), language);
        let [students, charts, teacher] = parts(&sheet);
        let asked: Vec<usize> = numbers(&students).into_iter().chain(numbers(&charts)).collect();
        assert_eq!(asked, (1..=12).collect::<Vec<_>>());
        assert_eq!(numbers(&teacher), asked);
        assert!(!sheet.contains("lesson-") && !sheet.contains("{$"), "{sheet}");
        assert_eq!(sheet.lines().count(), english.lines().count(), "{language:?}");
        if language != Language::English {
            let same = |line: &&str| line.len() > 30 && line.contains(' ') && !line.starts_with(['!', '|', 'o']) && english.contains(*line);
            assert_eq!(sheet.lines().find(same), None, "{language:?} says in English");
        }
    }
}

#[test]
fn answers_are_those_of_these_figures() {
    let usual = written(&Shape::default(), Language::English);
    for text in [
        "“kaizen” ends best in 44 % of the worlds",
        "Better: by 11.5 % on average",
        "26 % of the charts",
        "61 % came true; 80 % should have. The model was surer",
        "widest for “whatever looked better”: it claims +15 k €; its plan is truly worth +1 k €",
        "**tampering / whatever looked better / fix the lowest rate**: every rise",
        "In every one of them",
        "“kaizen”, with +12 k € within the time of the plan, ahead for good from cycle 1 on",
        "The small steps: +12 k €",
        "k €): in 12 of 12 cycles on average",
        "Most goes to “kaizen” (4.2)",
    ] {
        let plain = usual.replace('\u{a0}', " ");
        assert!(plain.contains(text), "no “{text}” in\n{plain}");
    }
    let upset = written(
        &Shape {
            gains: [0.0, 15.0, 9.0, -3.0, 1.0, -6.0, 4.0, 18.0],
            boasts: [0.0; 8],
            ..Shape::default()
        },
        Language::English,
    );
    assert!(upset.contains("This goes against the usual lesson"), "{upset}");
    assert!(upset.contains("Here no way claims more than is true"), "{upset}");
}

#[test]
fn few_worlds_and_few_strategies_are_said_to_be_so() {
    for language in Language::ALL {
        let sheet = written(
            &Shape {
                worlds: 1,
                cycles: 1,
                objective: "customers",
                strategies: vec![Strategy::Hold, Strategy::Oracle],
                with_learner: true,
                ..Shape::default()
            },
            language,
        );
        assert!(sheet.contains("\\--worlds 500") || sheet.contains("--worlds 500"), "{sheet}");
        assert!(!sheet.contains("NaN"), "{sheet}");
        parts(&sheet);
    }
}

#[test]
fn names_stay_text() {
    let hostile = "](http://x) <script>alert(1)</script> | `a` *b* # {{ c }}\n## d";
    let mut scenario = classroom();
    scenario.plan.name = hostile.to_owned();
    scenario.channels[0].name = hostile.to_owned();
    scenario.actions[0].name = hostile.to_owned();
    let mut found = experiment(&Shape::default());
    found.shown.truth[1].key = format!("channel.{hostile}.reach.half_spend");
    let sheet = lesson(&LessonInput {
        scenario: &scenario,
        experiment: &found,
        language: Language::English,
        strategy: Strategy::Kaizen,
        file: "-rf '`$(x)`'.toml\n```\n# e",
        arguments: &[],
        truth: Truth::Revealed,
        pictures: &[picture("lab_profit", "a) <b>.svg", hostile)],
    });
    assert!(
        !sheet.contains("<script>") && !sheet.contains("](http:") && !sheet.contains("{{") && !sheet.contains("*b*"),
        "{sheet}"
    );
    assert!(
        !sheet.lines().any(|line| line.starts_with("## d") || line.starts_with("# e")),
        "{sheet}"
    );
    assert!(sheet.contains("![") && sheet.contains("(a%29%20%3Cb%3E.svg)"), "{sheet}");
    let command = sheet.lines().find(|line| line.starts_with("osa lab")).expect("a command");
    assert!(command.starts_with(r"osa lab './-rf '\''`$(x)`'\''.toml ``` # e' "), "{command}");
    let rows = |text: &str| {
        text.lines()
            .filter(|line| line.starts_with("| "))
            .map(|line| line.replace("\\|", "").matches('|').count())
            .collect::<Vec<_>>()
    };
    assert!(rows(&sheet).iter().all(|bars| [3, 6, 7, 8].contains(bars)), "{sheet}");
}
