kaizen-promise = Phần tăng do mô hình hứa hẹn, chưa được đo lường
kaizen-subtitle = { $objective } { $followed }, { $unit }, sau mỗi vòng phân tích → điều chỉnh → chấm điểm; bên dưới là giai đoạn yếu nhất mà mỗi vòng tìm thấy.
kaizen-axis = Trục bắt đầu từ { $start }.

# Vì sao dừng.
kaizen-stopped-cycles = Dừng: đủ giới hạn { $cycles } vòng.
kaizen-stopped-size = Dừng: kế hoạch quá lớn, thêm vòng sẽ mất nhiều phút.
kaizen-stopped-limits = Dừng: không bước nào giữ được giới hạn và ngân sách.
kaizen-stopped-tolerance = { $counted ->
    [customers] Dừng: không bước nào tối đa { $step } mỗi kênh mang lại hơn ngưỡng { $least } khách hàng.
   *[money] Dừng: không bước nào tối đa { $step } mỗi kênh mang lại hơn ngưỡng { $least }.
}
kaizen-stopped-nothing = Dừng: không bước nào tối đa { $step } mỗi kênh mang lại thêm gì.

kaizen-title-nothing = Kaizen không tìm thấy gì có lợi hơn
kaizen-title = { $n ->
    [1] Một vòng hứa hẹn { $gain }
   *[other] { $cycles } vòng hứa hẹn { $gain }
}
kaizen-title-captured = { $n ->
    [1] Một vòng hứa hẹn { $gain }, bằng { $share } của phương án tối ưu
   *[other] { $cycles } vòng hứa hẹn { $gain }, bằng { $share } của phương án tối ưu
}

# Nhãn.
kaizen-loop = Kaizen { $gain }
kaizen-captured = { $share } của tối ưu
kaizen-optimum = Tối ưu { $gain }
kaizen-within-limits = trong giới hạn
kaizen-start = bắt đầu
kaizen-cycle = vòng { $cycle }
kaizen-no-cycle = không vòng nào mang lại thêm gì
kaizen-weakest = giai đoạn yếu nhất
kaizen-none = không có
kaizen-through = { $stage }, tăng nhờ { $through }
