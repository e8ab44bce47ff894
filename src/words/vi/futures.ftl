# Chú giải phía trên biểu đồ có dải.
futures-key-median = trung vị
futures-key-five = 5/10 kịch bản
futures-key-eight = 8/10
futures-key-nine = 9/10
futures-key-today = kế hoạch hiện tại, trung vị

# Khoảng chứa tám trong mười kịch bản.
eight-in-ten = 8/10: từ { $from } đến { $to }
eight-in-ten-at = 8/10: { $value }

# Khả năng xảy ra, ở cuối câu.
in-futures-every = trong mọi kịch bản
in-futures-none = ở 0 kịch bản
in-futures-over = trong hơn 99/100 kịch bản
in-futures-under = trong chưa đến 1/100 kịch bản
in-futures-some = { $n ->
   *[other] trong { $count }/100 kịch bản
}

# Như trên, trong nhãn, sau dấu hai chấm.
in-hundred-every = mọi kịch bản
in-hundred-none = không kịch bản nào
in-hundred-over = hơn 99/100 kịch bản
in-hundred-under = chưa đến 1/100 kịch bản
in-hundred-some = { $count }/100 kịch bản
