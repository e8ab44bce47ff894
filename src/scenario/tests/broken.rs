//! A table of mistakes: what is written, and what must be said about it.

use super::{BASE, bad, base_with, good};

/// Replaces `old` by `new` in the base: there is one problem, with this key, in the line of `at`, with these words in message, allowed or hint.
pub(super) fn one(old: &str, new: &str, at: &str, key: &str, words: &[&str]) {
    let text = base_with(old, new);
    let problems = bad(&text);
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 1, "{new}: {shown:#?}");
    let problem = &problems[0];
    assert_eq!(problem.key, key, "{new}: {shown:#?}");
    let location = problem.location.as_ref().unwrap_or_else(|| panic!("{new}: no location"));
    let line = text.lines().nth(location.line - 1).unwrap_or_default();
    assert!(line.contains(at), "{new}: line {} is `{line}`, not that of `{at}`", location.line);
    for word in words {
        assert!(shown[0].contains(word), "{new}: `{word}` is not in {}", shown[0]);
    }
}

#[test]
#[rustfmt::skip] // A table.
fn misspelt_keys_and_words() {
    one("margin = 0.4", "margn = 0.4", "margn", "money.margn", &["did you mean `margin`?"]);
    one("customers = 100", "repeatrate = 0.1", "repeatrate", "engage.repeatrate", &["did you mean `repeat_rate`?"]);
    one("[reach]\norganic = 1000", "[reach]\norganic = 1000\nmargin = 0.3", "margin = 0.3", "reach.margin", &["belongs to `[money]`"]);
    one("[reach]", "[raech]", "[raech]", "raech", &["did you mean `reach`?"]);
    one("\"week\"", "\"weekly\"", "period =", "plan.period", &["found: \"weekly\"", "\"quarter\"", "did you mean \"week\"?"]);
    one("\"convert\"", "\"Convert\"", "moves", "action.Checkout.moves", &["did you mean \"convert\"?"]);
    one("boosts = { search", "boosts = { serch", "serch", "channel.tv.boosts.serch", &["did you mean `search`?", "organic"]);
    one("half_spend = 100 }\n\n", "halfspend = 100, half_spend = 100 }\n\n", "halfspend", "channel.search.reach.halfspend", &["`half_spend`"]);
    one("spend = 100\n", "spend = 100\nquality = { act = 1, covert = 2 }\n", "covert", "channel.search.quality.covert", &["`convert`"]);
}

#[test]
#[rustfmt::skip] // A table.
fn missing_keys() {
    one("rate = 0.1", "target = 0.1", "[act]", "act.rate", &["missing", "add `rate = …`", "\"3%\""]);
    one("[money]\norder_value = 50\nmargin = 0.4\n", "", "[plan]", "money", &["`money` is missing", "order_value, margin"]);
    one("spend = 100\n", "", "[[channel]]", "channel.search.spend", &["missing", "csv"]);
    one("cost = 10", "running_cost = 10", "[[action]]", "action.Checkout.cost", &["missing"]);
    one("{ visits = 500, half_spend = 100 }\nboosts", "{ half_spend = 100 }\nboosts", "reach =", "channel.tv.reach", &["`visits` or `today`"]);
}

#[test]
#[rustfmt::skip] // A table.
fn wrong_types() {
    one("periods = 4", "periods = \"four\"", "periods", "plan.periods", &["cannot be text", "1 to 10000"]);
    one("periods = 4", "periods = 4.5", "periods", "plan.periods", &["found: 4.5", "whole number"]);
    one("start = 2026-01-05", "start = \"2026-01-05\"", "start", "plan.start", &["without quotes"]);
    one("start = 2026-01-05", "start = 2026-01-05T10:00:00", "start", "plan.start", &["not a day"]);
    one("margin = 0.4", "margin = true", "margin", "money.margin", &["true or false", "0.4 or \"40%\""]);
    one("margin = 0.4", "margin = [0.4]", "margin", "money.margin", &["a list"]);
    one("name = \"search\"", "name = 3", "name = 3", "channel[0].name", &["text in quotes"]);
    one("name = \"search\"", "name = \"  \"", "name =", "channel.\"\".name", &["empty"]);
    one("[reach]\norganic = 1000", "reach = 3", "reach = 3", "plan.reach", &["no key `reach`"]);
    one("[[action]]", "[action]", "[action]", "action", &["write `[[action]]`"]);
}

#[test]
#[rustfmt::skip] // A table.
fn numbers_outside_their_domain() {
    one("rate = 0.1", "rate = 8", "rate = 8", "act.rate", &["found: 8", "inside (0, 1)", "write \"8%\""]);
    one("margin = 0.4", "margin = 0", "margin", "money.margin", &["(0, 1]"]);
    one("order_value = 50", "order_value = -50", "order_value", "money.order_value", &["above 0"]);
    one("order_value = 50", "order_value = nan", "order_value", "money.order_value", &["NaN"]);
    one("order_value = 50", "order_value = inf", "order_value", "money.order_value", &["inf"]);
    one("order_value = 50", "order_value = 1e400", "order_value", "money.order_value", &["inf", "larger unit"]);
    one("half_spend = 100 }\n\n", "half_spend = -0.0 }\n\n", "half_spend", "channel.search.reach.half_spend", &["found: 0"]);
    one("spend = 100\n", "spend = -1\n", "spend", "channel.search.spend", &["0 or more"]);
    one("spend = [1, 2, 3, 4]", "spend = [1, -2, 3, 4]", "spend", "channel.tv.spend", &["found: -2"]);
    one("lift = 0.1", "lift = -1", "lift", "action.Checkout.lift", &["above -1"]);
    one("spend = 100\n", "spend = \"90 to 110\"\n", "spend", "channel.search.spend", &["known exactly"]);
}

#[test]
#[rustfmt::skip] // A table.
fn intervals_and_distributions() {
    one("\"20% to 30%\"", "\"30% to 20%\"", "rate", "convert.rate", &["swapped", "write \"0.2 to 0.3\""]);
    one("\"20% to 30%\"", "\"20 to 30%\"", "rate", "convert.rate", &["\"20% to 30%\""]);
    one("\"20% to 30%\"", "\"20%-30%\"", "rate", "convert.rate", &["\"20% to 30%\""]);
    one("\"20% to 30%\"", "\"0% to 30%\"", "rate", "convert.rate", &["inside (0, 1)", "uniform"]);
    one("\"20% to 30%\"", "\"0,25\"", "rate", "convert.rate", &["\"0.25\""]);
    one("\"20% to 30%\"", "\"about a quarter\"", "rate", "convert.rate", &["not a number", "\"2% to 4%\""]);
    one("organic = 1000", "organic = \"1 000\"", "organic", "reach.organic", &["1_000"]);
    one("organic = 1000", "organic = \"0 to 1000\"", "organic", "reach.organic", &["above 0"]);
    one("lift = 0.1", "lift = \"-5% to 5%\"", "lift", "action.Checkout.lift", &["uniform"]);
    let dist = |text: &str| format!("order_value = {{ dist = {text} }}");
    let value = |text: &str, key: &str, words: &[&str]| one("order_value = 50", &dist(text), "order_value", key, words);
    value("\"normal\", mean = 50, sd = 5", "money.order_value", &["no ends", "gamma"]);
    value("\"beta\", mean = 0.5, sd = 0.1", "money.order_value", &["between 0 and 1"]);
    value("\"gama\", mean = 50, sd = 5", "money.order_value.dist", &["did you mean \"gamma\"?"]);
    value("\"gamma\", mean = 50", "money.order_value.sd", &["missing"]);
    value("\"gamma\", mean = 50, sd = 500", "money.order_value.sd", &["5 times the mean"]);
    value("\"lognormal\", mean = 50, sd = 1e-9", "money.order_value.sd", &["write 50 alone"]);
    value("\"gamma\", mean = 50, sd = 0", "money.order_value.sd", &["write 50 alone"]);
    value("\"gamma\", mean = 50, sd = 5, max = 60", "money.order_value.max", &["it takes mean and sd"]);
    value("\"uniform\", min = 60, max = 50", "money.order_value.min", &["below max = 50"]);
    value("\"uniform\", min = -1, max = 50", "money.order_value", &["both ends must be above 0"]);
    value("\"pert\", min = 1, mode = 9, max = 5", "money.order_value.mode", &["from 1 to 5"]);
    one("rate = 0.1", "rate = { dist = \"beta\", mean = 0.1, sd = 0.3 }", "rate", "act.rate.sd", &["below 0.3000"]);
    one("rate = 0.1", "rate = { dist = \"gamma\", mean = 0.1, sd = 0.03 }", "rate", "act.rate", &["beta"]);
    one("rate = 0.1", "rate = { dist = \"uniform\", min = 0.5, max = 1 }", "rate", "act.rate", &["inside (0, 1)"]);
}

#[test]
#[rustfmt::skip] // A table.
fn rules_between_keys() {
    one("spend = [1, 2, 3, 4]", "spend = [1, 2, 3]", "spend", "channel.tv.spend", &["found: 3 numbers", "4, one for each period"]);
    one("organic = 1000", "season = [1, 1]", "season", "reach.season", &["12, one for each month"]);
    one("[[action]]", "[[channel]]\nname = \"tv\"\nspend = 1\nact = { lift = 0.1, half_spend = 1 }\n[[action]]", "\"tv\"", "channel.tv.name", &["two channels"]);
    one("\"tv\"", "\"organic\"", "name", "channel.organic.name", &["no channel can have the name"]);
    one("boosts = { search", "boosts = { tv", "boosts", "channel.tv.boosts.tv", &["cannot boost itself"]);
    one("reach = { visits = 500, half_spend = 100 }\nboosts", "boosts", "boosts", "channel.tv.boosts", &["needs a reach effect"]);
    one("500, half_spend = 100 }\nboosts", "500, half_spend = 100, curve = \"log\" }\nboosts", "curve", "channel.tv.reach.curve", &["cannot boost"]);
    one("customers = 100", "customers = 100\n[convert.x]", "[convert.x]", "convert.x", &["no key"]);
    one("rate = \"20% to 30%\"", "rate = 0.2\ncapacity = 5", "[convert]", "convert.backlog_loss", &["missing"]);
    one("rate = \"20% to 30%\"", "rate = 0.2\nbacklog = 5", "backlog", "convert.backlog", &["needs a `capacity`"]);
    one("cost = 10", "cost = 10\nstart = 4", "start = 4", "action.Checkout.start", &["0 to 3"]);
    one("spend = 100\n", "spend = 100\nlimits = { min = 3, max = 2 }\n", "limits", "channel.search.limits", &["leaves no room"]);
    one("spend = 100\n", "spend = 100\nobserved = [3, 2]\n", "observed", "channel.search.observed", &["write [2, 3]"]);
    one("start = 2026-01-05", "start = 9999-12-20", "start", "plan.start", &["9999-12-31"]);
    one("currency = \"EUR\"", "currency = \"eur\"", "currency", "plan.currency", &["write \"EUR\""]);
    one("currency = \"EUR\"", "currency = \"EUR\"\n[plan.today]\nroi = 1", "roi = 1", "plan.today.roi", &["plan.targets.roi"]);
    one("currency = \"EUR\"", "currency = \"EUR\"\n[plan.targets]\nrevenu = 1", "revenu", "plan.targets.revenu", &["`revenue`"]);
}

#[test]
#[rustfmt::skip] // A table.
fn rules_of_effects_and_carryovers() {
    let reach = |effect: &str, key: &str, words: &[&str]| {
        one("{ visits = 500, half_spend = 100 }\n\n", &format!("{{ {effect} }}\n\n"), "reach =", &format!("channel.search.reach{key}"), words);
    };
    reach("visits = 1, today = 1, half_spend = 1", "", &["more than once"]);
    reach("visits = 1, half_spend = 1, curve = \"exponential\", slope = 2", ".slope", &["only \"hill\" and \"power\""]);
    reach("visits = 1, half_spend = 1, curve = \"power\", slope = 2", ".slope", &["(0, 1]"]);
    reach("visits = 1, half_spend = 1, curve = \"power\", slope = \"0.5 to 0.8\"", ".slope", &["without an upper end"]);
    reach("curve = \"linear\", cost = 1, half_spend = 3", ".half_spend", &["linear"]);
    reach("curve = \"linear\", visits = 1", ".visits", &["`cost`"]);
    reach("cost = 1, half_spend = 1", ".cost", &["linear curve alone"]);
    one("spend = 100\nreach = { visits", "spend = 0\nreach = { today", "today", "channel.search.reach.today", &["history = 0", "`visits`"]);
    one("spend = 100\n", "spend = 100\nact = { lift = 0.1, half_spend = 1, curve = \"power\" }\n", "act =", "channel.search.act.curve", &["cannot lift"]);
    let carryover = |table: &str, key: &str, words: &[&str]| {
        let line = format!("spend = 100\ncarryover = {{ {table} }}\n");
        one("spend = 100\n", &line, "carryover", &format!("channel.search.carryover{key}"), words);
    };
    carryover("window = 3", "", &["half_life = 2"]);
    carryover("half_life = 1, decay = 0.5", ".decay", &["beside `half_life`"]);
    carryover("kind = \"binomial\", decay = 0.5", ".window", &["missing"]);
    carryover("kind = \"binomial\", half_life = 2, decay = 0.5, window = 3", ".half_life", &["binomial"]);
    carryover("kind = \"delayed\", decay = 0.5, window = 3", ".peak", &["missing"]);
    carryover("kind = \"delayed\", decay = 0.5, peak = 3, window = 3", ".peak", &["0 to 2"]);
    carryover("kind = \"delayed\", decay = 0, peak = 1.5, window = 3", ".decay", &["no weight"]);
    carryover("kind = \"weibull\", shape = 1, scale = 1, decay = 0.5, window = 3", ".decay", &["weibull"]);
    carryover("decay = 0.5, peak = 1", ".peak", &["geometric"]);
    carryover("decay = 1", ".decay", &["[0, 1)"]);
    carryover("decay = 0.5, window = 20000", ".window", &["1 to 10000"]);
}

#[test]
#[rustfmt::skip] // A table.
fn lags() {
    let lag = |value: &str, key: &str, words: &[&str]| one("rate = 0.1", &format!("rate = 0.1\nlag = {value}"), "lag", key, words);
    lag("0.5", "act.lag", &["{ mean = 0.5, sd = 0.5 }"]);
    lag("-1", "act.lag", &["0 to 10000"]);
    lag("10001", "act.lag", &["0 to 10000"]);
    lag("{ mean = 1 }", "act.lag.sd", &["missing"]);
    lag("{ mean = 1, sd = 0 }", "act.lag.sd", &["above 0"]);
    lag("{ mean = 20000, sd = 2 }", "act.lag", &["20 000 periods"]);
    lag("{ mean = 300, sd = 1500 }", "act.lag", &["20 000 periods"]);
    lag("{ mean = 0.5, sd = 5 }", "act.lag.sd", &["10 times the mean"]);
    lag("{ mean = 3, sd = 1e-6 }", "act.lag.sd", &["whole number"]);
    // An exponential lag: the tail is e^(-20 000.5 / mean), 2.2e-10 and 2.1e-9.
    good(&base_with("rate = 0.1", "rate = 0.1
lag = { mean = 900, sd = 900 }"));
    good(&base_with("rate = 0.1", "rate = 0.1
lag = { mean = 19_000, sd = 10 }"));
    lag("{ mean = 1000, sd = 1000 }", "act.lag", &["20 000 periods"]);
}

#[test]
#[rustfmt::skip] // A table.
fn syntax_errors_have_their_line_and_hide_nothing_else() {
    one("rate = 0.1", "rate = 10%", "10%", "", &["not TOML", "\"10%\""]);
    one("rate = 0.1", "rate = 0,1", "0,1", "", &["write a point: 0.1"]);
    one("period = \"week\"", "period = week", "= week", "", &["put quotes around text: \"week\""]);
    one("organic = 1000", "organic = 8_000 to 12_000", "to 12_000", "", &["\"8_000 to 12_000\""]);
    one("organic = 1000", "organic = 1000\norganic = 2", "organic = 2", "", &["written twice"]);
    one("[money]", "[plan]\nmargn = 2\n\n[money]", "[plan]", "", &["written twice"]);
    one("spend = [1, 2, 3, 4]", "spend = [1, 2, 3, 4", "spend", "", &["not TOML"]);
    one("name = \"Base\"", "name = \"Base", "name", "", &["not TOML"]);
    one("name = \"Base\"", "имя = 3", "имя", "", &["not TOML"]);
    one("start = 2026-01-05", "start = 2026-02-30", "start", "", &["date"]);
}

#[test]
#[rustfmt::skip] // A table.
fn every_mistake_is_reported_at_once() {
    let text = BASE
        .replace("margin = 0.4", "margin = 4")
        .replace("periods = 4", "periods = 0")
        .replace("\"week\"", "\"wek\"")
        .replace("organic = 1000", "organic = 10%")
        .replace("rate = 0.1", "rte = 0.1")
        .replace("boosts = { search", "boosts = { radio")
        .replace("cost = 10", "cost = -10");
    let problems = bad(&text);
    let keys: Vec<&str> = problems.iter().map(|problem| problem.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "plan.period",
            "plan.periods",
            "",
            "act.rte",
            "money.margin",
            "channel.tv.boosts.radio",
            "action.Checkout.cost"
        ],
        "in the order of the file"
    );
    let lines: Vec<usize> = problems
        .iter()
        .filter_map(|problem| problem.location.as_ref())
        .map(|at| at.line)
        .collect();
    assert_eq!(lines, [3, 4, 9, 12, 23, 34, 40]);
}

#[test]
#[rustfmt::skip] // A table.
fn a_place_is_exact_in_cyrillic_text_too() {
    let text = base_with("name = \"search\"\nspend = 100", "name = \"поиск\" # канал\nспенд = 100").replace("search =", "\"поиск\" =");
    // A bare key is ASCII: quoted, it is a key that is not known.
    let text = text.replace("спенд", "\"спенд\"");
    let problems = bad(&text);
    assert_eq!(problems.len(), 2, "{problems:#?}");
    let unknown = problems
        .iter()
        .find(|problem| problem.message.contains("no key"))
        .expect("the key is not known");
    assert_eq!(unknown.key, "channel.поиск.спенд");
    let location = unknown.location.as_ref().expect("it has a place");
    assert_eq!((location.line, location.column), (27, 1));
    assert_eq!(&location.excerpt[location.mark.clone()], "\"спенд\"");
    assert_eq!(&text[location.span.clone()], "\"спенд\"");
}
