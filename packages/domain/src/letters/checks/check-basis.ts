// A basis names the law and its article, or it is no basis that anybody could look up.
import { isBlank, problem, type LetterProblem } from '../letter-problem';

const ARTICLE = /第[〇零一二三四五六七八九十百千\d]+条/u;
const TITLE = /《[^》]+》/u;

/** A document without articles (a notice, a plan) is cited by its title in 《》. Blank ones are named as missing. */
export function checkBasis(field: string, basis: readonly string[]): LetterProblem[] {
  return basis
    .filter((text) => !isBlank(text) && !ARTICLE.test(text) && !TITLE.test(text))
    .map(() => problem('basis-without-article', field, '依据应当写明法律、法规或者文件的名称和条款。'));
}
