export interface Once<T> {
  /** Loads it at the first call, or at the next after one that failed. */
  load(): Promise<T>;
  /** What has come; null until then. */
  loaded(): T | null;
}

/** What is loaded when it is first needed, and must then be at hand at once. */
export function once<T>(fetch: () => Promise<T>): Once<T> {
  let loading: Promise<T> | null = null;
  let value: T | null = null;
  const arrive = async () => {
    try {
      value = await fetch();
      return value;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  return {
    load() {
      loading ??= arrive();
      return loading;
    },
    loaded: () => value,
  };
}
