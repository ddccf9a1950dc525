import CacheEngine
import Simulation
