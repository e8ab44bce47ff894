# Phân bổ lại: biểu đồ cho thấy gì, các cột và các hàng.
reallocation-subtitle = Chi tiêu trong { $horizon }, { $unit }: khung rỗng và số đầu là kế hoạch hiện tại, thanh đặc và số sau là đề xuất; xếp theo mức thay đổi.
reallocation-today = hiện tại
reallocation-proposal = đề xuất
reallocation-change = thay đổi
reallocation-new = mới
reallocation-total = Tổng
reallocation-actions = Hoạt động
reallocation-others = { $count } mục khác

# Vì sao mức chi của hàng dừng ở đó.
reallocation-action = hoạt động
reallocation-beyond = ngoài mức từng có
reallocation-min = ở mức tối thiểu
reallocation-max = ở mức tối đa
reallocation-min-total = tổng tối thiểu
reallocation-max-total = tổng tối đa
reallocation-locked = giữ cố định
reallocation-committed = đã cam kết
reallocation-step = cách một bước
reallocation-ramp = giới hạn nhịp
reallocation-burst = đợt tối thiểu

# Tiêu đề.
reallocation-title-same = Đề xuất giữ nguyên mức chi của mọi kênh
reallocation-title-moves-much = Đề xuất chuyển { $amount } ({ $share } chi tiêu)
reallocation-title-moves = Đề xuất chuyển { $amount } ({ $share } chi tiêu), chủ yếu từ { $from } sang { $into }
reallocation-title-moves-gains = { $objective ->
    [long-term] Đề xuất chuyển { $amount } ({ $share } chi tiêu), chủ yếu từ { $from } sang { $into }, và mang thêm { $gain } lợi nhuận dài hạn
    [npv] Đề xuất chuyển { $amount } ({ $share } chi tiêu), chủ yếu từ { $from } sang { $into }, và mang thêm { $gain } NPV
    [revenue] Đề xuất chuyển { $amount } ({ $share } chi tiêu), chủ yếu từ { $from } sang { $into }, và mang thêm { $gain } doanh thu
    [customers] Đề xuất chuyển { $amount } ({ $share } chi tiêu), chủ yếu từ { $from } sang { $into }, và mang thêm { $gain } khách hàng
   *[profit] Đề xuất chuyển { $amount } ({ $share } chi tiêu), chủ yếu từ { $from } sang { $into }, và mang thêm { $gain } lợi nhuận
}
reallocation-title-spends = Đề xuất chi { $direction ->
    [more] nhiều
   *[less] ít
} hơn kế hoạch hiện tại { $amount }
reallocation-title-spends-gains = Đề xuất chi { $direction ->
    [more] nhiều
   *[less] ít
} hơn kế hoạch hiện tại { $amount } và mang thêm { $gain } { $objective ->
    [long-term] lợi nhuận dài hạn
    [npv] NPV
    [revenue] doanh thu
    [customers] khách hàng
   *[profit] lợi nhuận
}
