# Các giai đoạn của phễu.
stage-reach = Tiếp cận
stage-act = Hành động
stage-convert = Chuyển đổi
stage-engage = Gắn kết

# Mục tiêu của kế hoạch.
objective-profit = { $form ->
    [title] Lợi nhuận
   *[plain] lợi nhuận
}
objective-npv = NPV{ $form ->
   *[plain] {""}
}
objective-long-term-profit = { $form ->
    [title] Lợi nhuận dài hạn
   *[plain] lợi nhuận dài hạn
}
objective-revenue = { $form ->
    [title] Doanh thu
   *[plain] doanh thu
}
objective-customers = { $form ->
    [title] Khách hàng
   *[plain] khách hàng
}

# Tên các kế hoạch.
today-plan = Kế hoạch hiện tại
proposal = Đề xuất
plan = Kế hoạch

# Kéo dài bao lâu, sau “trong”.
span-days = { $n ->
   *[other] { $count } ngày
}
span-weeks = { $n ->
   *[other] { $count } tuần
}
span-months = { $n ->
   *[other] { $count } tháng
}
span-quarters = { $n ->
   *[other] { $count } quý
}

# Khi nào.
during-day = vào ngày thứ { $number }
during-week = vào tuần thứ { $number }
during-month = vào tháng thứ { $number }
during-quarter = vào quý thứ { $number }

# Đến khi nào, sau “đến”.
until-day = hết ngày thứ { $number }
until-week = hết tuần thứ { $number }
until-month = hết tháng thứ { $number }
until-quarter = hết quý thứ { $number }

# Bao lâu một lần.
per-day = mỗi ngày
per-week = mỗi tuần
per-month = mỗi tháng
per-quarter = mỗi quý

# Đơn vị của khách hàng.
unit-customers = khách hàng mới
