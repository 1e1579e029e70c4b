// The flags of `jieban start` are settings under another name: they become variables, so that this process and its
// children read one and the same set.

export interface StartFlags {
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function applyFlags(env: Environment, flags: StartFlags): Environment {
  return {
    ...env,
    ...(flags.data === undefined ? {} : { JIEBAN_DATA_DIR: flags.data }),
    ...(flags.host === undefined ? {} : { JIEBAN_HOST: flags.host }),
    ...(flags.port === undefined ? {} : { JIEBAN_PORT: flags.port }),
  };
}

/** What the children get on top: where the database is, and less talk in a terminal unless asked for. */
export function childEnvironment(
  env: Environment,
  facts: { readonly databaseUrl: string; readonly dataDir: string; readonly isTerminal: boolean },
): Environment {
  const isLevelSet = (env['JIEBAN_LOG_LEVEL'] ?? '').trim() !== '';
  return {
    ...env,
    DATABASE_URL: facts.databaseUrl,
    JIEBAN_DATA_DIR: facts.dataDir,
    ...(facts.isTerminal && !isLevelSet ? { JIEBAN_LOG_LEVEL: 'warn' } : {}),
  };
}
