# Tên các chiến lược của phòng thí nghiệm, trong câu hay trên nhãn.
strategy-hold = giữ nguyên
strategy-big-bang = đổi lớn một lần
strategy-kaizen = kaizen
strategy-tamper = chỉnh liên tục
strategy-greedy-noise = theo cái trông tốt hơn
strategy-lowest-rate = sửa tỷ lệ thấp nhất
strategy-thompson = lấy mẫu Thompson
strategy-oracle = nhà tiên tri
strategy-learner = bạn
