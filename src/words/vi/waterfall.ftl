# Biểu đồ waterfall.
waterfall-title-gain = Mọi thay đổi cộng lại mang về thêm { $objective ->
    [long-term] { $total } lợi nhuận dài hạn
    [npv] { $total } NPV
    [revenue] { $total } doanh thu
    [customers] { $total } khách hàng
   *[profit] { $total } lợi nhuận
}; riêng { $name } mang về { $best }
waterfall-title-together = Mọi thay đổi cộng lại mang về thêm { $objective ->
    [long-term] { $total } lợi nhuận dài hạn
    [npv] { $total } NPV
    [revenue] { $total } doanh thu
    [customers] { $total } khách hàng
   *[profit] { $total } lợi nhuận
}, dù riêng lẻ thì không thay đổi nào có lợi
waterfall-title-loss = Để giữ ràng buộc và ngân sách, kế hoạch mất { $objective ->
    [long-term] { $total } lợi nhuận dài hạn
    [npv] { $total } NPV
    [revenue] { $total } doanh thu
    [customers] { $total } khách hàng
   *[profit] { $total } lợi nhuận
}
waterfall-title-none = { $objective ->
    [long-term] Không thay đổi nào ảnh hưởng đến lợi nhuận dài hạn
    [npv] Không thay đổi nào ảnh hưởng đến NPV
    [revenue] Không thay đổi nào ảnh hưởng đến doanh thu
    [customers] Không thay đổi nào ảnh hưởng đến số khách hàng
   *[profit] Không thay đổi nào ảnh hưởng đến lợi nhuận
}
waterfall-subtitle = { $objective ->
    [long-term] Lợi nhuận dài hạn, { $unit }
    [npv] NPV, { $unit }
    [revenue] Doanh thu, { $unit }
    [customers] Khách hàng mới
   *[profit] Lợi nhuận, { $unit }
}: mỗi thay đổi mang lại gì nếu chỉ làm riêng nó trong kế hoạch hiện tại, tốt nhất đứng trước; rồi đến phần chỉ có khi làm cùng nhau.
waterfall-spend = thay đổi chi tiêu
waterfall-start = Kế hoạch hiện tại
waterfall-end = Đề xuất
waterfall-interaction = Tác động lẫn nhau
waterfall-channels = { $count } kênh nhỏ hơn gộp lại
waterfall-others = { $count } thay đổi nhỏ hơn
waterfall-reached = { $amount } ({ $change })
