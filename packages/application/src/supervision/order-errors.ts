/** The same whether there is no such order, the case is not on it, or this person may not see the case. */
export class OrderNotFound extends Error {
  readonly code = 'order_not_found';
  readonly publicMessage = '没有找到这个督办件,或者您无权查看';
  constructor(id: string) {
    super(`Order ${id} does not exist for this actor.`);
    this.name = 'OrderNotFound';
  }
}
