profit-subtitle = { $period ->
    [day] Lợi nhuận gộp tăng thêm − chi tiêu, lũy kế, { $currency }, cuối mỗi ngày, { $horizon }; chưa chiết khấu, không tính phần sau khung thời gian.
    [month] Lợi nhuận gộp tăng thêm − chi tiêu, lũy kế, { $currency }, cuối mỗi tháng, { $horizon }; chưa chiết khấu, không tính phần sau khung thời gian.
    [quarter] Lợi nhuận gộp tăng thêm − chi tiêu, lũy kế, { $currency }, cuối mỗi quý, { $horizon }; chưa chiết khấu, không tính phần sau khung thời gian.
   *[week] Lợi nhuận gộp tăng thêm − chi tiêu, lũy kế, { $currency }, cuối mỗi tuần, { $horizon }; chưa chiết khấu, không tính phần sau khung thời gian.
}

# Nhãn ở cuối các đường.
profit-paid-back = hoàn vốn { $when }
profit-not-paid-back = đến lúc đó chưa hoàn vốn
profit-never = không hoàn vốn: { $likely }
profit-cash = tiền mặt cần có: { $amount }
profit-deepest-here = thấp nhất: tiền mặt cần có

# Nhãn của điểm hòa vốn và điểm thấp nhất.
profit-break-even = hòa vốn: { $period }
profit-break-even-seldom = hòa vốn ở chưa đến một nửa
profit-break-even-range = 8/10 kịch bản: { $first } – { $last }
profit-break-even-tenth = 1/10 kịch bản: đến { $by }
profit-never-within = không hòa vốn kịp: { $likely }
profit-deepest = thấp nhất: { $amount } { $when }
profit-cash-deepest = tiền mặt mà kế hoạch cần
profit-deepest-today = kế hoạch hiện tại: { $amount } { $when }

# Phần đầu của tiêu đề.
profit-plan = { $run ->
    [drawn] { $plan ->
        [proposal] Theo trung vị, đề xuất
       *[plan] Theo trung vị, kế hoạch
    }
   *[point] { $plan ->
        [proposal] Đề xuất
       *[plan] Kế hoạch
    }
}
profit-title-none = { $name } không có lợi nhuận để vẽ
profit-title-nothing = { $name } không chi và không mang lại gì
profit-title-owed = { $name } không hoàn vốn trong { $span }: còn phải thu hồi { $amount }
profit-title-pays = { $compared ->
    [same] { $name } hoàn vốn { $when } và mang lại { $amount } đến { $by }, bằng kế hoạch hiện tại
    [more] { $name } hoàn vốn { $when } và mang lại { $amount } đến { $by }, nhiều hơn kế hoạch hiện tại { $gap }
    [less] { $name } hoàn vốn { $when } và mang lại { $amount } đến { $by }, ít hơn kế hoạch hiện tại { $gap }
   *[alone] { $name } hoàn vốn { $when } và mang lại { $amount } đến { $by }
}
profit-title-adds = { $compared ->
    [same] { $name } mang lại { $amount } đến { $by }, bằng kế hoạch hiện tại
    [more] { $name } mang lại { $amount } đến { $by }, nhiều hơn kế hoạch hiện tại { $gap }
    [less] { $name } mang lại { $amount } đến { $by }, ít hơn kế hoạch hiện tại { $gap }
   *[alone] { $name } mang lại { $amount } đến { $by }
}
