//! Documents to write: a proposal in each language with the charts of the shop, and awkward ones.

use std::path::Path;

use crate::analyze::analyze;
use crate::chart::{ChartInput, Look, Rgb, Size, Theme, draw_all};
use crate::format::{Format, Language};
use crate::optimize::propose;
use crate::report::document::{Block, Cell, Document, Fact, Figure, Logo, Section, Table};
use crate::scenario::LogoKind;
use crate::scenario::Scenario;
use crate::simulate::Simulator;

pub(super) const ACCENT: Rgb = Rgb(0, 92, 144);

/// White on nearly black, for a report that is read on a screen.
pub(super) const DARK: Theme = Theme {
    background: Rgb(20, 24, 33),
    ink: Rgb(232, 236, 242),
    muted: Rgb(160, 170, 186),
    grid: Rgb(58, 66, 82),
    ..Theme::LIGHT
};

const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 240 60'><rect width='60' height='60' rx='12' fill='#005C90'/>\
    <path d='M14 42 L26 26 L36 34 L48 16' stroke='#fff' stroke-width='5' fill='none'/>\
    <text x='76' y='40' font-size='30' font-weight='600' fill='#64748b'>Đồi Thông</text>\
    <image href='/etc/hostname' width='10' height='10'/></svg>";

/// A document with nothing in it.
pub(super) fn empty(language: Language) -> Document {
    Document {
        language,
        title: String::new(),
        subtitle: String::new(),
        client: None,
        author: None,
        date: "2026-03-05".parse().expect("a date"),
        logo: None,
        theme: Theme::LIGHT,
        accent: ACCENT,
        sections: Vec::new(),
        footer: String::new(),
    }
}

/// One with one section of these blocks.
pub(super) fn of(blocks: Vec<Block>) -> Document {
    let section = Section {
        blocks,
        ..Section::new("all", "All of it".to_owned())
    };
    Document {
        title: "A title".to_owned(),
        sections: vec![section],
        ..empty(Language::English)
    }
}

pub(super) fn fact(name: &str, value: &str, note: &str) -> Fact {
    Fact {
        name: name.to_owned(),
        value: value.to_owned(),
        note: (!note.is_empty()).then(|| note.to_owned()),
    }
}

/// Sentences of a language, as they stand in a proposal.
pub(super) struct Said {
    pub title: &'static str,
    pub subtitle: &'static str,
    pub sections: [&'static str; 5],
    pub lead: [&'static str; 3],
    pub paragraph: &'static str,
    pub list: [&'static str; 3],
    pub facts: [(&'static str, &'static str); 4],
    pub columns: [&'static str; 5],
    pub total: &'static str,
    pub caption: &'static str,
    pub source: &'static str,
}

pub(super) const fn said(language: Language) -> Said {
    match language {
        Language::English => Said {
            title: "Marketing proposal: Outdoor shop, one year",
            subtitle: "For Doi Thong Ltd · from Agency North · 5 March 2026",
            sections: [
                "The answer",
                "The money",
                "The plan by channel",
                "What could go wrong",
                "Assumptions",
            ],
            lead: [
                "The same budget, spent differently, earns 214 k € more profit.",
                "In 8 futures of 10 the plan pays for itself by week 31.",
                "The weakest stage is the purchase: bringing it to its target is worth 96 k € a year.",
            ],
            paragraph: "Search returns the most for the next euro, so money moves there until its return falls to that of the other channels; display keeps what the brand needs. Whatever is taken from a channel stays within the limits that you gave us, and nothing is moved for less than it costs to move it.",
            list: [
                "Raise search by 38 k € from April on.",
                "Cut display to the level that the brand survey asks for, and measure awareness again after a quarter.",
                "Test the new checkout with half of the visitors.",
            ],
            facts: [
                ("Profit of the proposal", "1.24 M €"),
                ("Return on the budget", "43 %"),
                ("Probability of a loss", "3.1 %"),
                ("Money back after", "31 weeks"),
            ],
            columns: ["Channel", "Today", "Proposal", "Change", "Next euro returns"],
            total: "Total",
            caption: "Spend by channel over the year",
            source: "Shop's own records, January 2024 to December 2025; the range is that of the twelve best and the twelve worst weeks.",
        },
        Language::Italian => Said {
            title: "Proposta di marketing: negozio outdoor, un anno",
            subtitle: "Per Doi Thong S.r.l. · a cura di Agenzia Nord · 5 marzo 2026",
            sections: [
                "La risposta",
                "I numeri",
                "Il piano per canale",
                "Che cosa può andare storto",
                "Ipotesi",
            ],
            lead: [
                "Lo stesso budget, distribuito in modo diverso, porta € 214 mila di utile in più.",
                "In 8 scenari su 10 il piano si ripaga entro la settimana 31.",
                "La fase più debole è l’acquisto: portarla all’obiettivo vale € 96 mila l’anno.",
            ],
            paragraph: "La ricerca a pagamento rende di più per ogni euro aggiuntivo, quindi il budget si sposta lì finché il suo rendimento scende a quello degli altri canali; il display conserva ciò che serve alla marca. Ogni spostamento resta entro i limiti indicati e nulla si muove se non conviene.",
            list: [
                "Aumentare la ricerca di € 38 mila da aprile.",
                "Ridurre il display al livello richiesto dall’indagine di marca e misurare di nuovo la notorietà dopo un trimestre.",
                "Provare il nuovo checkout con metà dei visitatori.",
            ],
            facts: [
                ("Utile della proposta", "€ 1,24 mln"),
                ("Ritorno sul budget", "43%"),
                ("Probabilità di perdita", "3,1%"),
                ("Rientro dopo", "31 settimane"),
            ],
            columns: ["Canale", "Oggi", "Proposta", "Variazione", "Resa dell’euro successivo"],
            total: "Totale",
            caption: "Spesa per canale nell’anno",
            source: "Dati del negozio, da gennaio 2024 a dicembre 2025; l’intervallo è quello delle dodici settimane migliori e delle dodici peggiori.",
        },
        Language::Russian => Said {
            title: "Маркетинговое предложение: магазин для походов, один год",
            subtitle: "Для ООО «Дой Тхонг» · подготовило агентство «Север» · 5 марта 2026 г.",
            sections: ["Ответ", "Деньги", "План по каналам", "Что может пойти не так", "Допущения"],
            lead: [
                "Тот же бюджет, распределённый иначе, приносит на 214 тыс. € больше прибыли.",
                "В 8 вариантах будущего из 10 план окупается к 31-й неделе.",
                "Самый слабый этап — покупка: доведение её до цели стоит 96 тыс. € в год.",
            ],
            paragraph: "Поиск отдаёт больше всего на следующий вложенный евро, поэтому деньги переходят туда, пока его отдача не сравняется с отдачей остальных каналов; медийная реклама сохраняет то, что нужно бренду. Все перемещения остаются в заданных вами пределах, и ничто не двигается без выгоды.",
            list: [
                "С апреля увеличить поиск на 38 тыс. €.",
                "Сократить медийную рекламу до уровня, которого требует исследование бренда, и через квартал снова измерить узнаваемость.",
                "Проверить новое оформление заказа на половине посетителей.",
            ],
            facts: [
                ("Прибыль по предложению", "1,24 млн €"),
                ("Окупаемость бюджета", "43 %"),
                ("Вероятность убытка", "3,1 %"),
                ("Деньги вернутся через", "31 неделю"),
            ],
            columns: ["Канал", "Сейчас", "Предложение", "Изменение", "Отдача следующего евро"],
            total: "Итого",
            caption: "Расходы по каналам за год",
            source: "Данные магазина с января 2024 по декабрь 2025 года; диапазон — по двенадцати лучшим и двенадцати худшим неделям.",
        },
        Language::Vietnamese => Said {
            title: "Đề xuất tiếp thị: cửa hàng đồ dã ngoại, một năm",
            subtitle: "Gửi Công ty Đồi Thông · từ Agency Phương Bắc · 5 tháng 3, 2026",
            sections: ["Câu trả lời", "Tiền", "Kế hoạch theo kênh", "Điều gì có thể sai", "Giả định"],
            lead: [
                "Cùng một ngân sách, phân bổ khác đi, mang về thêm 214 nghìn € lợi nhuận.",
                "Trong 8 trên 10 tương lai, kế hoạch hoàn vốn trước tuần 31.",
                "Khâu yếu nhất là mua hàng: đưa nó về mục tiêu đáng giá 96 nghìn € mỗi năm.",
            ],
            paragraph: "Tìm kiếm trả phí sinh lời nhiều nhất cho mỗi đồng chi thêm, nên tiền chuyển sang đó cho đến khi hiệu quả của nó ngang với các kênh khác; quảng cáo hiển thị giữ phần thương hiệu cần. Mọi thay đổi đều nằm trong giới hạn bạn đã đặt ra, và không khoản nào được chuyển nếu không có lợi.",
            list: [
                "Tăng tìm kiếm thêm 38 nghìn € từ tháng 4.",
                "Giảm quảng cáo hiển thị xuống mức mà khảo sát thương hiệu yêu cầu, và đo lại độ nhận biết sau một quý.",
                "Thử trang thanh toán mới với một nửa số khách truy cập.",
            ],
            facts: [
                ("Lợi nhuận của đề xuất", "1,24 triệu €"),
                ("Lợi tức trên ngân sách", "43%"),
                ("Xác suất lỗ", "3,1%"),
                ("Hoàn vốn sau", "31 tuần"),
            ],
            columns: ["Kênh", "Hiện tại", "Đề xuất", "Thay đổi", "Đồng tiếp theo sinh lời"],
            total: "Tổng",
            caption: "Chi tiêu theo kênh trong năm",
            source: "Số liệu của cửa hàng, từ tháng 1/2024 đến tháng 12/2025; khoảng dao động lấy theo mười hai tuần tốt nhất và mười hai tuần kém nhất.",
        },
    }
}

/// The charts of the shop's proposal.
pub(super) fn figures(language: Language, theme: Theme, size: Size) -> Vec<Figure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/outdoor-shop.toml");
    let scenario = Scenario::from_path(&path).expect("the shop").scenario;
    let mut simulator = Simulator::new(&scenario);
    let proposal = propose(&mut simulator).expect("limits and budget agree");
    let today = simulator.today();
    let analysis = analyze(&mut simulator, &today);
    let input = ChartInput::of_proposal(scenario.plan.period, &proposal, Some(&analysis)).in_language(language);
    let look = Look {
        theme,
        size,
        carry_font: false,
    };
    let figure = |chart: crate::chart::Chart| Figure {
        kind: chart.kind,
        title: chart.title,
        caption: said(language).paragraph.split(';').next().expect("a part").to_owned() + ".",
        svg: chart.svg,
        size: size.pixels(),
    };
    draw_all(&input, &look).expect("charts").into_iter().map(figure).collect()
}

/// A proposal as a client gets it.
pub(super) fn proposal(language: Language, theme: Theme) -> Document {
    let said = said(language);
    let format = Format::written("EUR", language);
    let money = |amount: f64| Cell::number(amount, format.money_exact(amount));
    let channels = [
        "Search",
        "Social media",
        "Display",
        "Quảng cáo tìm kiếm trả phí khu vực miền Bắc",
        "Партнёры",
    ];

    let mut plan = Table::new(said.caption.to_owned(), said.columns.map(str::to_owned));
    for (place, name) in channels.iter().enumerate() {
        let (today, after) = (12_345.6 * (place + 1) as f64, 9_876.5 * (place * place + 1) as f64);
        let change = Cell::number(after - today, format.money_change(after - today));
        plan.row(vec![
            (*name).into(),
            money(today),
            money(after),
            change,
            format.number(1.0 + place as f64 / 7.0, 2).into(),
        ]);
    }
    plan.strong_row(vec![
        said.total.into(),
        money(185_184.0),
        money(345_677.5),
        "".into(),
        format.number(1.27, 2).into(),
    ]);

    let quarters = (1..=12).map(|month| format.month(format!("2026-{month:02}-01").parse().expect("a date")));
    let titles = std::iter::once(said.columns[0].to_owned()).chain(quarters);
    let mut months = Table::new(said.caption.to_owned(), titles);
    for name in channels {
        let cells = (0..12).map(|month| money(10_000.0 + 137.0 * f64::from(month)));
        months.row(std::iter::once(name.into()).chain(cells).collect());
    }

    let titles = [said.columns[0], said.columns[1], said.sections[4]].map(str::to_owned);
    let mut assumptions = Table::new(said.sections[4].to_owned(), titles).with_words_in(&[2]);
    for number in 0..45 {
        let source: &str = if number % 4 == 0 { said.source } else { said.list[number % 3] };
        let name = format!("channel.{}.reach.half_spend", channels[number % 5].to_lowercase());
        assumptions.row(vec![name.into(), money(500.0 * number as f64), source.into()]);
    }

    let facts = said
        .facts
        .map(|(name, value)| fact(name, value, &format!("{} – {}", format.money(1.1e6), format.money(1.4e6))));
    let mut figures = figures(language, theme, Size::Page).into_iter().map(Block::Figure);
    let [answer, money_section, by_channel, risks, source] = said.sections.map(str::to_owned);
    let list = Block::List(said.list.map(str::to_owned).into());
    let sections = [
        (
            "answer",
            answer,
            vec![
                Block::Lead(said.lead.map(str::to_owned).into()),
                Block::Facts(facts.into()),
                Block::Paragraph(said.paragraph.to_owned()),
                list,
            ],
        ),
        (
            "money",
            money_section,
            vec![Block::Table(plan), Block::Paragraph(said.paragraph.to_owned())]
                .into_iter()
                .chain(figures.by_ref().take(3))
                .collect(),
        ),
        (
            "plan",
            by_channel,
            vec![
                Block::Heading(said.caption.to_owned()),
                Block::Table(months),
                Block::Paragraph(said.paragraph.to_owned()),
            ],
        ),
        ("risks", risks, figures.collect()),
        (
            "assumptions",
            source,
            vec![Block::Paragraph(said.paragraph.to_owned()), Block::Table(assumptions)],
        ),
    ];
    Document {
        title: said.title.to_owned(),
        subtitle: said.subtitle.to_owned(),
        client: Some("Đồi Thông".to_owned()),
        author: Some("Agency Север".to_owned()),
        logo: Some(Logo {
            bytes: LOGO.as_bytes().to_vec(),
            kind: LogoKind::Svg,
            alternative: "Đồi Thông".to_owned(),
        }),
        theme,
        sections: sections
            .into_iter()
            .map(|(id, title, blocks)| Section { id, title, blocks })
            .collect(),
        footer: format!("{} · osa 0.1.0 · 4 096 × 0x5eed · 5f2b…91c0", said.title),
        ..empty(language)
    }
}
