// What can go wrong with a case, each with a stable code and a sentence for the person on the screen.
export class CaseNotFound extends Error {
  readonly code = 'case_not_found';
  readonly publicMessage = '没有找到这个案件,或者您无权查看';
  constructor(id: string) {
    super(`Case ${id} does not exist for this actor.`);
    this.name = 'CaseNotFound';
  }
}

export class ActionRefused extends Error {
  readonly code = 'action_refused';
  readonly publicMessage: string;
  constructor(message: string, publicMessage: string) {
    super(message);
    this.name = 'ActionRefused';
    this.publicMessage = publicMessage;
  }
}
