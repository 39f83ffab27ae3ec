import { rowsOf } from './table'

/**
 * Case type, name, category; minutes of judge, assistant, clerk and enforcement officer over the life of one case;
 * months that such a case usually lies. The minutes are made up, of a plausible size.
 */
export const caseTypes = rowsOf(`
  loan-fast             | 民间借贷（速裁）       | 借贷     | 85   | 85   | 165  | 0   | 0.8
  traffic-fast          | 机动车交通事故（速裁） | 侵权     | 105  | 100  | 110  | 0   | 0.9
  labour-fast           | 劳动争议（速裁）       | 劳动     | 100  | 95   | 105  | 0   | 0.9
  fee-fast              | 物业服务合同（速裁）   | 合同     | 55   | 55   | 60   | 0   | 0.7
  sale-fast             | 买卖合同（速裁）       | 合同     | 85   | 85   | 75   | 0   | 0.8
  confirmation          | 司法确认               | 调解     | 35   | 30   | 75   | 0   | 0.2
  preservation          | 财产保全               | 保全     | 40   | 70   | 40   | 0   | 0.2
  crime-fast            | 刑事（速裁与简易）     | 刑事     | 150  | 130  | 170  | 0   | 0.5
  crime                 | 刑事（普通）           | 刑事     | 580  | 450  | 590  | 0   | 1.8
  crime-major           | 刑事（涉众与职务犯罪） | 重大刑事 | 2200 | 1900 | 2100 | 0   | 3.5
  family                | 婚姻家庭与继承         | 家事     | 300  | 300  | 310  | 0   | 2
  tort                  | 侵权责任               | 侵权     | 320  | 290  | 310  | 0   | 2.4
  traffic               | 机动车交通事故（普通） | 侵权     | 240  | 220  | 240  | 0   | 2
  housing               | 房屋与物权             | 房地产   | 440  | 240  | 480  | 0   | 3
  labour                | 劳动争议（普通）       | 劳动     | 260  | 250  | 265  | 0   | 2
  loan                  | 民间借贷（普通）       | 借贷     | 250  | 230  | 250  | 0   | 2
  bank-loan             | 金融借款与信用卡       | 金融     | 150  | 155  | 155  | 0   | 1.6
  sale                  | 买卖与承揽合同         | 合同     | 330  | 340  | 350  | 0   | 2.2
  company               | 与公司有关的纠纷       | 公司     | 1250 | 600  | 560  | 0   | 4
  bankruptcy            | 破产与清算             | 公司     | 8200 | 3900 | 4200 | 0   | 10
  construction          | 建设工程合同           | 工程     | 950  | 980  | 940  | 0   | 4.5
  administrative-suit   | 行政诉讼               | 行政     | 720  | 370  | 730  | 0   | 2.5
  administrative-review | 非诉行政执行审查       | 行政     | 120  | 150  | 250  | 0   | 0.6
  enforce-simple        | 首次执行（简易）       | 执行     | 35   | 0    | 80   | 130 | 2
  enforce-assets        | 首次执行（财产处置）   | 执行     | 75   | 75   | 80   | 165 | 3
  enforce-resumed       | 恢复执行               | 执行     | 85   | 0    | 95   | 200 | 3
  enforce-bank-loan     | 首次执行（金融借款）   | 金融执行 | 65   | 0    | 140  | 145 | 2.5
  enforce-conduct       | 行为与交付执行         | 执行     | 130  | 0    | 150  | 260 | 3
  enforce-review        | 非诉行政执行           | 行政     | 60   | 0    | 60   | 130 | 2
`).map(([id, name, category, judge, assistant, clerk, officer, months]) => ({
  id: id!,
  name: name!,
  category: category!,
  weights: {
    judge: Number(judge),
    assistant: Number(assistant),
    clerk: Number(clerk),
    'enforcement-officer': Number(officer),
  },
  months: Number(months),
}))
