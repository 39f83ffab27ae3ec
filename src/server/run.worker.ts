/** The thread in which a proposal run works: the planner's own worker, the same as in the browser. */
import '../planner/worker'
