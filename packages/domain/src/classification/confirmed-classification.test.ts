import { expect, test } from 'vitest';
import {
  checkClassification,
  isSameClassification,
  orderCategories,
  type ConfirmedClassification,
} from './confirmed-classification';

const chosen = (differing: Partial<ConfirmedClassification> = {}): ConfirmedClassification => ({
  kind: 'enforcement-conduct',
  problem: 'inaction',
  otherProblems: ['arbitrary'],
  section: null,
  district: null,
  ...differing,
});

test('a complaint about our enforcers has one main category, and it is not repeated among the others', () => {
  expect(checkClassification(chosen())).toBeNull();
  expect(checkClassification(chosen({ problem: null, otherProblems: [] }))).toBe('main-category-missing');
  expect(checkClassification(chosen({ otherProblems: ['inaction'] }))).toBe('main-among-others');
});

test('a report on a regulated body needs none of the nine categories, and has no others without a main one', () => {
  const report = chosen({ kind: 'regulated-body', problem: null, otherProblems: [] });

  expect(checkClassification(report)).toBeNull();
  expect(checkClassification({ ...report, otherProblems: ['inaction'] })).toBe('others-without-main');
});

test('the same choice is the same whatever the order in which the others were clicked', () => {
  const one = chosen({ otherProblems: ['irregular', 'arbitrary', 'irregular'] });

  expect(orderCategories(one.otherProblems)).toEqual(['arbitrary', 'irregular']);
  expect(isSameClassification(one, chosen({ otherProblems: ['arbitrary', 'irregular'] }))).toBe(true);
  expect(isSameClassification(one, chosen())).toBe(false);
  expect(isSameClassification(chosen(), chosen({ district: '210302' }))).toBe(false);
});
