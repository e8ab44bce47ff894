# Các cách cải tiến một kế hoạch, dùng làm nhãn.
strategy-hold = không thay đổi gì
strategy-big-bang = thay đổi một lần lớn
strategy-kaizen = kaizen
strategy-tamper = chỉnh liên tục
strategy-greedy-noise = giữ thứ trông tốt hơn
strategy-lowest-rate = sửa tỷ lệ thấp nhất
strategy-thompson = lấy mẫu Thompson
strategy-oracle = nhà tiên tri
strategy-learner = bạn
