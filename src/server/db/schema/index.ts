/** All tables, by what they are about. */
export * from './accounts'
export * from './audit'
export * from './court'
export * from './messages'
export * from './rounds'
export * from './said'
