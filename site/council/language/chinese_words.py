"""Words of Chinese that everybody knows, so that a question of several (托儿所入园申请) may be met one by one.

No dictionary of the language: what stands in no list stays together, and a page is found by any of its characters
whatever these lists say. So they may be short, and wrong here and there.
"""

import re

# What a question is about in none of its words.
_NO_WORDS = """
    怎么办 怎么样 怎么 怎样 如何 哪里 哪儿 哪些 哪个 什么时候 什么地方 什么 为什么 有没有 能不能 可不可以 可以 是否 请问 关于 我想 想要 以及 或者 并且
    还是 但是 而且 因为 所以 如果 应该 进行 的话 之后 的 吗 呢 吧
"""
# Between two words of a list; elsewhere they may be a part of another (和服, 参与, 现在).
_BETWEEN_WORDS = frozenset("和与及或在是了去到给对从向把被让有要想能会请")

_WORDS = """
    目的 目的地 的确 和服 和平 参与 现在 现有 存在 实在 内在 外在 没有 所有 有效 有关 有无 是非 了解 普及 对象 对应 从事 从业 方向 机会 社会 大会
    会议 会员 会费 会场 会馆 申请书 邀请 需要 重要 主要 要求 要点 想法 思想 可能 功能 能力 能源 给付 到期 去年 与会

    老人 老年人 老年 高龄者 高龄 长者 独居 独居老人 儿童 孩子 小孩 婴儿 幼儿 宝宝 青少年 青年 年轻人 学生 小学生 中学生 高中生 大学生 留学生 家长
    父母 父亲 母亲 妈妈 爸爸 单亲 单亲家庭 家庭 家属 家人 夫妻 妇女 女性 男性 孕妇 产妇 居民 市民 区民 邻居 邻里 外国人 外国 外国居民 外籍 华人 中国人
    日本 日本人 中国 残疾人 残疾 障碍 障碍者 盲人 聋人 患者 病人 受害者 志愿者 志愿 工作人员 职员 医生 护士 保健师 律师 老师 教师 民生委员
    儿童委员 委员 会长 新手 朋友 大人 成人 个人 团体 企业 公司

    申请 办理 手续 登记 预约 报名 咨询 商量 咨询窗口 窗口 资料 证明 证件 文件 表格 条件 资格 期限 时间 日期 地点 地址 地图 电话 号码 费用 免费 收费
    价格 金额 方法 办法 内容 信息 通知 公告 说明 指南 介绍 案内 联系 联络 问题 回答 常见 更新 延长 变更 取消 减免 领取 提交 邮寄 支付 缴纳 补助 补助金
    补贴 津贴 儿童津贴 贷款 资金 奖学金 捐款 捐赠 募捐 共同募捐 税金 住民税 纳税 保险 介护保险 健康保险 国民健康保险 年金 养老金 社会保险 最低生活保障
    生活保护 生活 生活困难 困难 贫困 失业 收入 低收入 房租 住房 住宅 房屋 公寓 搬家 租房 工作 就业 就职 打工 求职 招聘 招募 培训 讲座 课程 教室
    日语 日语教室 中文 汉语 英语 越南语 韩语 语言 翻译 口译 手语 盲文 读书 学习 学习支援 教育 学校 小学 中学 高中 大学 幼儿园 托儿所 保育 入园 入学
    转学 退学 不上学 逃学 欺负 欺凌 课后 暑假 寒假 图书馆 体育馆 公民馆 博物馆 公园 会议室 教材 绘本

    福利 福祉 社会福利 社会福祉 社会福祉协议会 协议会 议会 区议会 选举 投票 旁听 政府 区政府 区役所 市政府 役所 机关 机构 设施 中心 活动 活动中心
    服务 支援 支持 帮助 援助 救助 协助 照顾 护理 看护 介护 在宅 在宅护理 上门 访问 家访 送餐 送饭 洗浴 喘息 短期 入住 养老院 敬老院 福利院 医院 诊所
    看病 治疗 急诊 急救 救护车 药品 药店 体检 检查 疫苗 接种 预防 健康 营养 运动 散步 体操 心理 精神 认知症 痴呆 抑郁 自杀 孤独 孤独死 孤立 寂寞
    交流 交流会 聚会 沙龙 咖啡馆 食堂 儿童食堂 食物 食品 食物银行 银行 午餐 晚饭 做饭 料理 育儿 育儿支援 怀孕 生育 分娩 出生 母子手册 虐待 暴力 家庭暴力
    性骚扰 歧视 人权 隐私 保护 保护司 监护 成年后见 后见 遗嘱 继承 法律 法律咨询 诈骗 受骗 犯罪 安全 治安 警察 消防 火灾 地震 台风 海啸 洪水 水灾 大雨
    暴雨 停电 停水 防灾 防灾训练 训练 灾害 灾民 受灾 避难 避难所 避难者 重建 储备 地区 社区 区域 街道 自治会 町内会 协会 组织 计划 规划 会议记录 制度
    规则 方针 调查 统计 报告 人口 预算 垃圾 垃圾分类 分类 回收 环保 环境 清扫 打扫 宠物 流浪猫 公交车 公交 电车 地铁 出租车 自行车 停车 停车场 车站
    轮椅 助听器 电脑 手机 智能手机 智能 网络 网上 网站 网页 短信 邮件 电子邮件 文化 多文化 多文化共生 共生 艺术 音乐 历史 节日 祭典 志愿活动 国际 签证 在留
    在留卡 居留 永住 归化 护照 户籍 结婚 离婚 死亡 葬礼 身份 身份证 印章 个人编号卡 早上 上午 下午 晚上 夜间 周末 周日 星期六 星期日 每月 每周 今年 明年
"""

_WORD, _UNKNOWN, _NOTHING = "word", "unknown", "nothing"
_KINDS = {**dict.fromkeys(_NO_WORDS.split(), _NOTHING), **dict.fromkeys(_WORDS.split(), _WORD)}


def _one_of(words):
    """An expression for the longest of some words: those that begin alike together, so that most need not be tried."""
    behind = {}
    for word in sorted(words, key=len, reverse=True):
        behind.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in behind.items()))


_LISTED = _one_of(_KINDS)

# Words with another in them that has nothing to do with it: 议会, 京都, 和服 of 和服务. What they share is written with a
# character that simplified Chinese does not have.
_SET_APART = {"协议会": "协议會", "东京": "东亰", "服务": "箙务"}
_WITH_ANOTHER_IN_IT = re.compile("|".join(_SET_APART))


def set_apart(text):
    """A text in which 议会 is not found in 协议会. Keeps the length."""
    return _WITH_ANOTHER_IN_IT.sub(lambda match: _SET_APART[match.group()], text)


def stretches(text):
    """``[(start, end)]`` of what belongs together in a run of simplified Chinese.

    It is cut between two known words, and between a known word and two characters or more that are in none. A single
    character stays with the word before it, as 者 and 所 do. What is in no stretch carries nothing.
    """
    result, kind_before = [], _NOTHING
    for start, end, kind in _pieces(text):
        is_single = end - start == 1
        if kind != _NOTHING:
            if kind_before == _NOTHING or not (is_single or result[-1][1] - result[-1][0] == 1):
                result.append((start, end))
            else:
                result[-1] = (result[-1][0], end)
        kind_before = kind
    return result


def _pieces(text):
    """``[(start, end, kind)]`` of all of a text: the words of the lists, the longest first, and what stands between them."""
    pieces, place, kind_before = [], 0, ""
    for match in _LISTED.finditer(text):
        start, end = match.span()
        kind = _KINDS[match.group()]
        if place < start:
            is_between_words = kind == kind_before == _WORD and text[place:start] in _BETWEEN_WORDS
            pieces.append((place, start, _NOTHING if is_between_words else _UNKNOWN))
        pieces.append((start, end, kind))
        place, kind_before = end, kind
    if place < len(text):
        pieces.append((place, len(text), _UNKNOWN))
    return pieces
