# Dòng cuối: số liệu lấy từ đâu.
sheet-certain = không có đại lượng nào bất định: mọi kịch bản đều như nhau
sheet-point-run = tính điểm: mọi đại lượng ở trung vị, không có khoảng
sheet-drawn = { $n ->
   *[other] { $draws } lượt mô phỏng, seed { $seed }
}
sheet-drawn-excluded = { $n ->
   *[other] { $draws } lượt mô phỏng, seed { $seed }, loại { $excluded } lượt không có kết quả
}
sheet-plan-starts = kế hoạch bắt đầu { $date }
